package dev.clave.example.office.nodes;

import java.util.Map;

/** The server in which the logins of both nodes live. */
interface LoginServer extends AutoCloseable {

    /**
     * Starts the one that is asked for.
     *
     * @param name {@code postgres} or {@code redis}
     * @throws IllegalArgumentException for another name
     */
    static LoginServer start(String name) {
        return switch (name) {
            case "postgres" -> PostgresServer.start();
            case "redis" -> RedisServer.start();
            default ->
                throw new IllegalArgumentException(
                        "The logins live in postgres or in redis; \"" + name + "\" is neither");
        };
    }

    /** The properties by which a node finds it: what an application of your own has in its configuration. */
    Map<String, Object> settings();

    /** Stops it, and throws away what it kept. */
    @Override
    void close();
}

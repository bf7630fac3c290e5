package dev.clave.spring.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A server of our own that ends with the tests. */
final class RedisProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private RedisProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** Starts one and waits until it answers. */
    static RedisProcess start(Path folder, String... settings) {
        Assumptions.assumeFalse(
                "redis".equals(System.getProperty("clave.unsupported")), "-Dclave.unsupported=redis: no Redis here");
        try {
            int port = freePort();
            List<String> command = new ArrayList<>(
                    List.of(ExecutableProvider.newJarResourceProvider().get().toString()));
            command.addAll(
                    List.of("--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", folder.toString()));
            command.addAll(List.of(settings));
            RedisProcess server = new RedisProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start(),
                    port);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .ignoreExceptionsInstanceOf(JedisException.class)
                    .until(server::answers);
            return server;
        } catch (IOException broken) {
            throw new UncheckedIOException("Redis cannot be started", broken);
        }
    }

    private boolean answers() {
        return clients() > 0;
    }

    /** How many connections there are, that of the question included. */
    long clients() {
        try (Jedis jedis = new Jedis("127.0.0.1", port, 10_000)) {
            return jedis.clientList().lines().count();
        }
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

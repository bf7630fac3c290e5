package dev.clave.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.Dialect;
import dev.clave.store.jdbc.JdbcPinStore;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * A store as a process of a host would open it: with a pool, and with a deadline for every wait.
 *
 * @param store the store
 * @param connections what is closed with it
 */
record OpenStore(PinStore store, Closeable connections) implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String PATIENCE_SECONDS = "2";

    static OpenStore open(Engine engine, int port, StoreKind kind) {
        return switch (engine) {
            case POSTGRESQL -> postgresql(port, kind);
            case REDIS -> throw new IllegalArgumentException("there is no store for Redis yet");
        };
    }

    private static OpenStore postgresql(int port, StoreKind kind) {
        HikariDataSource pool = pool(port);
        // The engine is named, so that a node also starts while the server is down.
        JdbcPinStore sound = JdbcPinStore.builder(pool)
                .dialect(Dialect.postgresql())
                .timeout(PATIENCE)
                .build();
        PinStore store = switch (kind) {
            case SOUND, FORGETFUL -> sound;
            case UNCONDITIONAL -> new UnconditionalStore(sound, pool);
            case REPEATING -> new RepeatingStore(sound);
        };
        return new OpenStore(store, pool);
    }

    static HikariDataSource pool(int port) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        config.setUsername("postgres");
        config.addDataSourceProperty("connectTimeout", PATIENCE_SECONDS);
        config.addDataSourceProperty("loginTimeout", PATIENCE_SECONDS);
        config.addDataSourceProperty("socketTimeout", PATIENCE_SECONDS);
        config.setConnectionTimeout(1_000);
        config.setValidationTimeout(500);
        config.setInitializationFailTimeout(-1);
        config.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        connections.close();
    }
}

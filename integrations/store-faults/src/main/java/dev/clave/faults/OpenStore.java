package dev.clave.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.Dialect;
import dev.clave.store.jdbc.JdbcPinStore;
import dev.clave.store.redis.RedisPinStore;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

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
            case REDIS -> redis(port, kind);
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

    private static OpenStore redis(int port, StoreKind kind) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxWait(PATIENCE);
        RedisClient client = RedisClient.builder()
                .hostAndPort("127.0.0.1", port)
                .clientConfig(DefaultJedisClientConfig.builder()
                        .timeoutMillis(Math.toIntExact(PATIENCE.toMillis()))
                        .build())
                .poolConfig(pool)
                .build();
        PinStore sound = RedisPinStore.over(client);
        PinStore store = switch (kind) {
            case SOUND -> sound;
            case REPEATING -> new RepeatingStore(sound);
            case UNCONDITIONAL, FORGETFUL -> throw new IllegalArgumentException("there is no such store in Redis");
        };
        return new OpenStore(store, client::close);
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

package dev.clave.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.PinStore;
import dev.clave.store.tests.LoginsOnAStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Logins on two nodes, each with a pool of its own. */
public abstract class JdbcLogins extends LoginsOnAStore {
    private final Engine engine;
    private final String isolation;
    private final List<HikariDataSource> pools = new ArrayList<>();

    /** On an engine, whose connections have an isolation level; empty for the engine's own. */
    protected JdbcLogins(Engine engine, String isolation) {
        this.engine = engine;
        this.isolation = isolation;
    }

    @Override
    protected PinStore node() {
        HikariDataSource pool = engine.pool(isolation);
        pools.add(pool);
        return engine.store(pool);
    }

    @AfterEach
    void disconnect() {
        pools.forEach(HikariDataSource::close);
        pools.clear();
    }
}

package dev.clave.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.PinStore;
import dev.clave.testkit.PinStoreContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract, with all that a database can do for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class JdbcContract extends PinStoreContract {
    private final Engine engine;
    private final String isolation;
    private HikariDataSource here = new HikariDataSource();
    private HikariDataSource there = new HikariDataSource();
    private JdbcPinStore store =
            JdbcPinStore.builder(here).dialect(Dialect.h2()).build();

    /** On an engine, whose connections have an isolation level; empty for the engine's own. */
    protected JdbcContract(Engine engine, String isolation) {
        this.engine = engine;
        this.isolation = isolation;
    }

    @BeforeAll
    void connect() {
        here = engine.pool(isolation);
        there = engine.pool(isolation);
        store = engine.store(here);
    }

    @AfterAll
    void disconnect() {
        here.close();
        there.close();
    }

    @Override
    protected PinStore store() {
        return store;
    }

    @Override
    protected int rounds() {
        return 50;
    }

    @Override
    protected int entries() {
        return 2_000;
    }

    @Override
    protected Optional<PinStore> secondNode() {
        return Optional.of(engine.store(there));
    }

    @Override
    protected Optional<Runnable> cleanUpAt(Instant time) {
        return Optional.of(() -> store.cleanUp(time));
    }

    @Override
    protected Optional<PinStore> unreachableStore() {
        DataSource down = new StandIn(here).failingToConnect();
        return Optional.of(JdbcPinStore.builder(down).dialect(engine.dialect()).build());
    }

    @Override
    protected Optional<PinStore> storeLosingAnswers() {
        return losing(() -> true);
    }

    @Override
    protected Optional<PinStore> storeLosingOneAnswer() {
        AtomicBoolean first = new AtomicBoolean(true);
        return losing(() -> first.getAndSet(false));
    }

    private Optional<PinStore> losing(BooleanSupplier lost) {
        DataSource losing = new StandIn(here)
                .afterUpdate(() -> {
                    if (lost.getAsBoolean()) {
                        throw new SQLNonTransientConnectionException("gone", "08006");
                    }
                })
                .source();
        return Optional.of(
                JdbcPinStore.builder(losing).dialect(engine.dialect()).build());
    }

    /** A table that takes nothing more. */
    @Override
    protected Optional<PinStore> fullStore() {
        JdbcPinStore full = JdbcPinStore.builder(here)
                .dialect(engine.dialect())
                .table("full_entry")
                .build();
        try (Connection connection = here.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists full_entry");
            full.createTable();
            statement.execute("alter table full_entry add constraint nothing_more check (version < 0)");
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
        return Optional.of(full);
    }

    @Override
    protected Optional<Consumer<Runnable>> hostTransaction() {
        return Optional.of(work -> {
            try (Connection host = here.getConnection()) {
                host.setAutoCommit(false);
                try (Statement statement = host.createStatement()) {
                    statement.execute("select 1");
                }
                work.run();
                host.rollback();
            } catch (SQLException broken) {
                throw new AssertionError(broken);
            }
        });
    }
}

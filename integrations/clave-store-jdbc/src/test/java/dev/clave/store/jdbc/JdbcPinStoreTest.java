package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import dev.clave.store.tests.Office;
import dev.clave.testkit.FakePeople;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a database store does beside keeping the contract. */
class JdbcPinStoreTest {
    private final HikariDataSource pool = Engine.H2.pool("");
    private final JdbcPinStore store = Engine.H2.store(pool);
    private final EntryKey key = new EntryKey(
            ThreadLocalRandom.current().nextLong(), ThreadLocalRandom.current().nextLong());

    @AfterEach
    void disconnect() {
        pool.close();
    }

    static StoredEntry entry(long version) {
        return StoredEntry.of(
                version, Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS), new byte[] {7});
    }

    private static JdbcPinStore over(StandIn source) {
        return JdbcPinStore.builder(source.source()).dialect(Dialect.h2()).build();
    }

    static void assertProblem(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(JdbcStoreException.class, failure -> {
            assertThat(failure.problem()).isEqualTo(problem);
            assertThat(failure).hasNoCause();
        });
    }

    @Test
    void a_clean_up_that_a_write_stood_in_the_way_of_is_tried_again() {
        store.add(key, entry(1));
        assertThat(over(deadlocks(3)).cleanUp(Instant.now().plus(Duration.ofDays(2))))
                .isPositive();
        assertThat(store.read(key)).isEmpty();
        StandIn stuck = deadlocks(Integer.MAX_VALUE);
        assertProblem(Problem.FAILED, () -> over(stuck).cleanUp(Instant.now()));
    }

    @Test
    @DisplayName("each step of a login is a read and a write that commits by itself, and garbage is neither")
    void statements_of_each_step() {
        StandIn source = new StandIn(pool);
        Office office = new Office(over(source));
        Clave clave = office.node(0);
        String select = Dialect.h2().select("clave_entry");
        String insert = Dialect.h2().insert("clave_entry");
        String update =
                "update clave_entry set version = ?, keep_until = ?, content = ? where entry_key = ? and version = ?";
        LoginHandle login = office.open(0, FakePeople.ANA);
        assertThat(source.taken()).as("identify").containsExactly(select, insert);
        clave.obtainPin(login);
        assertThat(source.taken()).as("obtain").containsExactly(select, update);
        String pin = office.pinOf(FakePeople.ANA);
        clave.verify(login, Office.wrongPins(pin, 1).get(0));
        assertThat(source.taken()).as("a wrong PIN").containsExactly(select, update);
        assertThat(clave.verify(login, pin)).isInstanceOf(Granted.class);
        assertThat(source.taken()).as("verify").containsExactly(select, update);
        clave.verify(login, pin);
        assertThat(source.taken()).as("the same PIN again").containsExactly(select);
        clave.verify(LoginHandle.of("garbage"), pin);
        assertThat(source.taken()).as("garbage").isEmpty();
    }

    @Test
    void a_write_that_was_taken_back_is_false_only_where_another_entry_is_there() {
        store.add(key, entry(1));
        StoredEntry seen = store.read(key).orElseThrow();
        StandIn overtaken = new StandIn(pool).beforeUpdate(() -> {
            store.replace(key, seen, entry(2));
            throw new SQLException("conflict", "40001");
        });
        assertThat(over(overtaken).replace(key, seen, entry(3))).isFalse();
        assertThat(over(overtaken).add(key, entry(3))).isFalse();
        assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_write_that_was_taken_back_for_no_other_entry_is_tried_again_a_few_times() {
        store.add(key, entry(1));
        StoredEntry seen = store.read(key).orElseThrow();
        assertThat(over(deadlocks(2)).replace(key, seen, entry(2))).isTrue();
        assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
        EntryKey other = new EntryKey(key.low(), key.high());
        assertThat(over(deadlocks(2)).add(other, entry(1))).isTrue();
        StandIn stuck = deadlocks(Integer.MAX_VALUE);
        StoredEntry now = store.read(key).orElseThrow();
        assertProblem(Problem.FAILED, () -> over(stuck).replace(key, now, entry(3)));
        assertThat(stuck.taken()).filteredOn(sql -> sql.startsWith("update")).hasSize(5);
        assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_write_whose_end_is_not_known_is_not_tried_again() {
        store.add(key, entry(1));
        StoredEntry seen = store.read(key).orElseThrow();
        StandIn broken = new StandIn(pool).beforeUpdate(() -> {
            throw new SQLException("gone", "08006");
        });
        assertProblem(Problem.FAILED, () -> over(broken).replace(key, seen, entry(2)));
        assertThat(broken.taken()).filteredOn(sql -> sql.startsWith("update")).hasSize(1);
    }

    private StandIn deadlocks(int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new StandIn(pool).beforeUpdate(() -> {
            if (left.getAndDecrement() > 0) {
                throw new SQLTransactionRollbackException("deadlock", "40001");
            }
        });
    }

    @Test
    void a_connection_of_the_hosts_transaction_is_refused_and_left_as_it_is() throws SQLException {
        try (Connection host = pool.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("create table if not exists work (id int)");
            host.setAutoCommit(false);
            statement.execute("insert into work values (1)");
            JdbcPinStore bound = JdbcPinStore.builder(StandIn.always(host))
                    .dialect(Dialect.h2())
                    .build();
            assertProblem(Problem.HOST_TRANSACTION, () -> bound.add(key, entry(1)));
            host.rollback();
            assertThat(statement.executeQuery("select 1 from work").next()).isFalse();
        }
    }

    @Test
    void a_missing_table_says_what_to_do() {
        JdbcPinStore other = JdbcPinStore.builder(pool).table("not_there").build();
        assertProblem(Problem.NO_TABLE, other::check);
        assertThatThrownBy(other::check)
                .hasMessageContaining("see the guide for its DDL")
                .hasMessageContaining("SQLState 42");
        other.createTable();
        other.check();
    }

    @Test
    void no_message_carries_what_the_driver_says() {
        StandIn talkative = new StandIn(pool).beforeUpdate(() -> {
            throw new SQLException("Key (entry_key)=(x" + key.hex() + ")", "08006", 17, new IllegalStateException("s"));
        });
        assertThatThrownBy(() -> over(talkative).add(key, entry(1)))
                .hasMessage("The statement failed; if it was a write, nobody knows whether it was done. "
                        + "(SQLException because of IllegalStateException, SQLState 08006, code 17)")
                .hasNoCause()
                .isInstanceOfSatisfying(JdbcStoreException.class, failure -> {
                    assertThat(failure.sqlState()).isEqualTo("08006");
                    assertThat(failure.vendorCode()).isEqualTo(17);
                });
        assertThat(store).hasToString("JdbcPinStore[H2, clave_entry]");
    }

    @Test
    void what_was_changed_is_undone_the_last_first_and_whatever_throws() {
        List<String> undone = new ArrayList<>();
        Restoring restoring = new Restoring();
        restoring.later(() -> undone.add("network timeout"));
        restoring.later(() -> {
            undone.add("isolation");
            throw new SQLException("gone", "08006");
        });
        assertThatThrownBy(restoring::run).isInstanceOf(SQLException.class);
        assertThat(undone).containsExactly("isolation", "network timeout");
    }

    @Test
    void a_connection_that_cannot_be_closed_either_hides_nothing_and_adds_nothing() {
        StandIn broken = new StandIn(pool).committing(false).onClose(() -> {
            throw new SQLException("words of the driver", "08006");
        });
        assertProblem(Problem.HOST_TRANSACTION, () -> over(broken).check());
        StandIn replica = new StandIn(pool).onClose(() -> {
            throw new SQLException("words of the driver", "08006");
        });
        JdbcPinStore other = JdbcPinStore.builder(replica.source())
                .dialect(new Reading("select 0, 0, null, true from (values (cast(? as binary(16))))"))
                .build();
        assertThatThrownBy(other::check).isInstanceOfSatisfying(JdbcStoreException.class, failure -> {
            assertThat(failure.problem()).isEqualTo(Problem.READ_ONLY);
            assertThat(failure.getSuppressed()).isEmpty();
        });
    }

    @Test
    void what_no_table_can_keep_is_refused_before_it_is_sent() {
        StandIn source = new StandIn(pool);
        StoredEntry long_ = StoredEntry.of(1, Instant.EPOCH, new byte[2_001]);
        StoredEntry fine = StoredEntry.of(1, Instant.EPOCH.plusNanos(1), new byte[1]);
        assertThatThrownBy(() -> over(source).add(key, long_)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> over(source).add(key, fine)).isInstanceOf(IllegalArgumentException.class);
        assertThat(source.log()).isEmpty();
    }

    @Test
    void a_clean_up_goes_on_until_nothing_is_left_in_batches() {
        JdbcPinStore own = JdbcPinStore.builder(pool).table("cleaned").build();
        own.createTable();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 25; i++) {
            own.add(new EntryKey(0, i), StoredEntry.of(1, now.plusSeconds(i < 21 ? -1 : i), new byte[1]));
        }
        StandIn source = new StandIn(pool);
        JdbcPinStore batched = JdbcPinStore.builder(source.source())
                .dialect(Dialect.h2())
                .table("cleaned")
                .cleanUpBatch(10)
                .build();
        assertThat(batched.cleanUp(now)).isEqualTo(21);
        assertThat(source.log()).hasSize(3);
        source.taken();
        assertThat(batched.cleanUp(now)).isZero();
        assertThat(source.log()).containsExactly(Dialect.h2().delete("cleaned", 10));
    }

    @Test
    @DisplayName("P05 a name that is no name is refused")
    void names() {
        JdbcPinStoreBuilder builder = JdbcPinStore.builder(pool);
        for (String name :
                List.of("", "x; drop", "a.b", "a\"b", "1a", "ñ", "a b", "a".repeat(49), "a\n", "a\0", "a-b")) {
            assertThatThrownBy(() -> builder.table(name)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> builder.schema(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("schema");
        }
    }

    @Test
    void a_schema_is_part_of_every_statement() throws SQLException {
        try (Connection host = pool.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("create schema if not exists auth");
        }
        JdbcPinStore own =
                JdbcPinStore.builder(pool).schema("auth").table("entries").build();
        own.createTable();
        own.createTable();
        assertThat(own.add(key, entry(1))).isTrue();
        assertThat(own.read(key)).isPresent();
        assertThat(own.cleanUp(Instant.EPOCH)).isZero();
        assertThat(own.ddl())
                .contains("auth.entries (", "index if not exists entries_keep_until on auth.entries (keep_until);");
        assertThat(store.read(key)).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused_by_the_builder() {
        JdbcPinStoreBuilder builder = JdbcPinStore.builder(pool);
        for (Duration time : List.of(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofSeconds(61))) {
            assertThatThrownBy(() -> builder.timeout(time)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int entries : new int[] {0, 10_001}) {
            assertThatThrownBy(() -> builder.cleanUpBatch(entries)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_engine_that_is_not_known_is_refused_by_name_and_a_dead_one_is_said_to_be() {
        assertThatThrownBy(() -> JdbcPinStore.over(new StandIn(pool).calling("Oracle")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no dialect for Oracle: give one to dialect(…)");
        assertProblem(Problem.NOT_CONNECTED, () -> JdbcPinStore.over(new StandIn(pool).failingToConnect()));
        assertThat(JdbcPinStore.over(pool)).hasToString(store.toString());
    }
}

package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What only a server shows: locks, time, plans, replicas, a driver's other modes. */
class PostgresqlTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HikariDataSource pool = Engine.POSTGRESQL.pool("");
    private final JdbcPinStore store = Engine.POSTGRESQL.store(pool);
    private final EntryKey key = new EntryKey(System.nanoTime(), 3);

    @AfterEach
    void disconnect() {
        pool.close();
    }

    private static PGSimpleDataSource source(String parameter) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String url = Engine.POSTGRESQL.url();
        source.setUrl(url + (url.contains("?") ? "&" : "?") + parameter);
        return source;
    }

    @Test
    @DisplayName("P04 with preferQueryMode=simple, where the driver puts values into the statement itself")
    void simple_mode() {
        JdbcPinStore simple = JdbcPinStore.over(source("preferQueryMode=simple"));
        byte[] content = "' OR 1=1 --\\\\ \0 \\'; select 1".getBytes(StandardCharsets.UTF_8);
        StoredEntry entry = StoredEntry.of(1, Instant.ofEpochMilli(5), content);
        assertThat(simple.add(key, entry)).isTrue();
        assertThat(simple.add(key, entry)).isFalse();
        assertThat(simple.read(key).orElseThrow().content()).isEqualTo(content);
        assertThat(simple.replace(key, entry, StoredEntry.of(2, Instant.ofEpochMilli(6), content)))
                .isTrue();
        assertThat(simple.cleanUp(Instant.ofEpochMilli(6))).isZero();
        assertThat(simple.cleanUp(Instant.ofEpochMilli(7))).isEqualTo(1);
    }

    @Test
    void a_statement_that_waits_for_a_lock_is_cancelled_in_time_and_the_connection_is_as_before() throws SQLException {
        store.add(key, JdbcPinStoreTest.entry(1));
        JdbcPinStore hasty = JdbcPinStore.builder(pool).timeout(SECOND).build();
        try (Connection other = pool.getConnection()) {
            other.setAutoCommit(false);
            lock(other);
            long start = System.nanoTime();
            JdbcPinStoreTest.assertProblem(
                    Problem.TIMED_OUT, () -> hasty.replace(key, JdbcPinStoreTest.entry(1), JdbcPinStoreTest.entry(2)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SECOND, SECOND.multipliedBy(4));
            other.rollback();
        }
        assertThat(store.replace(key, JdbcPinStoreTest.entry(1), JdbcPinStoreTest.entry(2)))
                .isTrue();
        try (Connection same = pool.getConnection()) {
            assertThat(same.getNetworkTimeout()).isZero();
            assertThat(same.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    private void lock(Connection other) throws SQLException {
        try (PreparedStatement statement =
                other.prepareStatement("select 1 from clave_entry where entry_key = ? for update")) {
            statement.setBytes(1, key.bytes());
            statement.executeQuery().close();
        }
    }

    @Test
    void a_server_that_has_stopped_answering_is_given_up_a_second_later() {
        Dialect hanging = new Reading("select 1, 1, cast(? as bytea), pg_sleep(20) is null");
        JdbcPinStore hasty =
                JdbcPinStore.builder(pool).dialect(hanging).timeout(SECOND).build();
        long start = System.nanoTime();
        JdbcPinStoreTest.assertProblem(Problem.FAILED, () -> hasty.read(key));
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(6));
    }

    @Test
    void nothing_is_read_from_a_replica() {
        store.add(key, JdbcPinStoreTest.entry(1));
        String primary = Dialect.postgresql().select("%s");
        JdbcPinStore replica = JdbcPinStore.builder(pool)
                .dialect(new Reading(primary.replace("pg_is_in_recovery()", "(not pg_is_in_recovery())")))
                .build();
        JdbcPinStoreTest.assertProblem(Problem.READ_ONLY, () -> replica.read(key));
        JdbcPinStoreTest.assertProblem(Problem.READ_ONLY, () -> replica.read(new EntryKey(key.low(), key.high())));
        JdbcPinStoreTest.assertProblem(Problem.READ_ONLY, replica::check);
    }

    @Test
    void a_server_that_takes_no_writes_is_named_so() {
        JdbcPinStore readOnly = JdbcPinStore.over(source("options=-c%20default_transaction_read_only=on"));
        JdbcPinStoreTest.assertProblem(Problem.READ_ONLY, () -> readOnly.add(key, JdbcPinStoreTest.entry(1)));
    }

    @Test
    void a_clean_up_waits_for_no_login_and_looks_only_into_the_index() throws SQLException {
        Instant past = Instant.ofEpochMilli(1_000);
        EntryKey free = new EntryKey(key.high(), 4);
        store.add(key, StoredEntry.of(1, past, new byte[1]));
        store.add(free, StoredEntry.of(1, past, new byte[1]));
        try (Connection login = pool.getConnection()) {
            login.setAutoCommit(false);
            lock(login);
            assertThat(store.cleanUp(past.plusMillis(1))).isEqualTo(1);
            login.rollback();
        }
        assertThat(store.read(key)).isPresent();
        assertThat(store.read(free)).isEmpty();
        assertThat(store.cleanUp(past.plusMillis(1))).isEqualTo(1);
        assertThat(plan(Dialect.postgresql().delete("clave_entry", 500).replace("?", "1000")))
                .anyMatch(line -> line.contains("clave_entry_keep_until"))
                .anyMatch(line -> line.contains("clave_entry_pkey"))
                .noneMatch(line -> line.contains("Seq Scan"));
    }

    private List<String> plan(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set enable_seqscan = off");
            Stream.Builder<String> lines = Stream.builder();
            try (ResultSet rows = statement.executeQuery("explain " + sql)) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            statement.execute("reset enable_seqscan");
            return lines.build().toList();
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_to_be_not_connected() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
        assertThatThrownBy(() -> JdbcPinStore.over(nowhere))
                .hasMessageContaining("No connection could be had, so nothing was asked")
                .hasMessageContaining("PSQLException because of ConnectException, SQLState 08001");
    }
}

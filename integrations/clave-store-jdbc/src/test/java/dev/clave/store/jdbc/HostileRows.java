package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.ClaveUnavailableException;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import dev.clave.store.tests.Office;
import dev.clave.store.tests.Office.Ready;
import dev.clave.testkit.FakePeople;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rows that somebody else has put into the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class HostileRows {
    private static final EntryKey KEY = new EntryKey(1, 2);

    private final Engine engine;
    private final String bytes;
    private HikariDataSource pool = new HikariDataSource();

    /** On an engine, whose type for bytes of any length is named. */
    protected HostileRows(Engine engine, String bytes) {
        this.engine = engine;
        this.bytes = bytes;
    }

    @BeforeAll
    void connect() {
        pool = engine.pool("");
    }

    @AfterAll
    void disconnect() {
        pool.close();
    }

    /** A store over a table of these columns. */
    private JdbcPinStore over(String columns) {
        execute("drop table if exists loose_entry");
        execute("create table loose_entry (" + columns.replace("bytes", bytes) + ")");
        return JdbcPinStore.builder(pool)
                .dialect(engine.dialect())
                .table("loose_entry")
                .build();
    }

    private void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    private void put(String sql, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    private int rows(String table) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getInt(1);
        }
    }

    /** It is refused, nothing is added beside it, and nothing takes its place. */
    private void assertRefused(Problem problem, JdbcPinStore store) throws SQLException {
        int before = rows("loose_entry");
        JdbcPinStoreTest.assertProblem(problem, () -> store.read(KEY));
        assertThat(store.replace(KEY, JdbcPinStoreTest.entry(99), JdbcPinStoreTest.entry(100)))
                .isFalse();
        assertThat(rows("loose_entry")).isEqualTo(before);
    }

    @Test
    void what_is_too_long_is_refused_and_does_not_travel() throws SQLException {
        JdbcPinStore store = over("entry_key bytes, version bigint, keep_until bigint, content bytes");
        put(
                "insert into loose_entry values (?, 1, 1, ?)",
                KEY.bytes(),
                "'; drop table loose_entry; --".repeat(350_000).getBytes(StandardCharsets.UTF_8));
        assertRefused(Problem.MALFORMED_ENTRY, store);
    }

    @Test
    void what_is_missing_is_refused() throws SQLException {
        JdbcPinStore store = over("entry_key bytes, version bigint, keep_until bigint, content bytes");
        for (String values : new String[] {"null, 1, ?", "1, null, ?", "1, 1, nullif(?, ?)"}) {
            execute("delete from loose_entry");
            Object[] twice = {KEY.bytes(), new byte[] {1}, new byte[] {1}};
            Object[] once = {KEY.bytes(), new byte[] {1}};
            put("insert into loose_entry values (?, " + values + ")", values.contains("nullif") ? twice : once);
            assertRefused(Problem.MALFORMED_ENTRY, store);
        }
    }

    @Test
    void a_key_that_is_there_twice_is_refused() throws SQLException {
        JdbcPinStore store = over("entry_key bytes, version bigint, keep_until bigint, content bytes");
        for (int i = 0; i < 2; i++) {
            put("insert into loose_entry values (?, 1, 1, ?)", KEY.bytes(), new byte[] {1});
        }
        assertRefused(Problem.MALFORMED_ENTRY, store);
        JdbcPinStoreTest.assertProblem(
                Problem.MALFORMED_ENTRY,
                () -> store.replace(KEY, JdbcPinStoreTest.entry(1), JdbcPinStoreTest.entry(2)));
    }

    @Test
    void columns_of_another_type_are_refused() throws SQLException {
        JdbcPinStore store = over("entry_key bytes, version varchar(99), keep_until bigint, content bytes");
        put("insert into loose_entry values (?, ?, 1, ?)", KEY.bytes(), "1 or 1=1 --", new byte[] {1});
        assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(JdbcStoreException.class);
        assertThat(rows("loose_entry")).isEqualTo(1);
    }

    @Test
    void columns_that_are_missing_are_named_a_problem_of_the_table() {
        JdbcPinStore store = over("entry_key bytes, version bigint, content bytes");
        JdbcPinStoreTest.assertProblem(Problem.NO_TABLE, () -> store.read(KEY));
        JdbcPinStoreTest.assertProblem(Problem.NO_TABLE, () -> store.add(KEY, JdbcPinStoreTest.entry(1)));
        JdbcPinStoreTest.assertProblem(Problem.NO_TABLE, () -> store.cleanUp(Instant.EPOCH));
    }

    @Test
    @DisplayName("P04 P16 content of another maker ends the login closed and is left as it is")
    void foreign_content() throws Exception {
        for (byte[] foreign :
                new byte[][] {serialized(), new byte[0], "' OR 1=1 --\\%00\0".getBytes(StandardCharsets.UTF_8), newer()
                }) {
            JdbcPinStore store =
                    over("entry_key bytes, version bigint, keep_until bigint, content bytes, unique (entry_key)"
                            .replace("entry_key bytes", keyColumn()));
            Office office = new Office(store);
            Ready login = office.ready(FakePeople.ANA);
            put("update loose_entry set content = ?", (Object) foreign);
            assertThatThrownBy(() -> office.node(0).verify(login.handle(), login.pin()))
                    .isInstanceOf(ClaveUnavailableException.class);
            assertThatThrownBy(() -> office.open(0, FakePeople.ANA)).isInstanceOf(ClaveUnavailableException.class);
            assertThat(content()).isEqualTo(foreign);
        }
    }

    private String keyColumn() {
        return engine.dialect().name().equals("PostgreSQL") ? "entry_key bytes" : "entry_key binary(16)";
    }

    private byte[] content() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select content from loose_entry")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private static byte[] serialized() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(stream)) {
            objects.writeObject(new HashMap<>(Map.of("a", "b")));
        }
        return stream.toByteArray();
    }

    /** CBOR of an array that begins with a format number that nobody knows yet. */
    private static byte[] newer() {
        return new byte[] {(byte) 0x9f, 0x18, 99, (byte) 0xff};
    }

    @Test
    @DisplayName("P06 keys that a collation would take for one are two")
    void keys_by_bytes() {
        JdbcPinStore store = engine.store(pool);
        long node = System.nanoTime() & 0xffff_ffff_ffffL;
        for (String letters : new String[] {"aAaAaAaA", "AaAaAaAa", "aAaAaAa ", "aAaAaAa\0"}) {
            byte[] text = letters.getBytes(StandardCharsets.ISO_8859_1);
            EntryKey key = new EntryKey(node, ByteBuffer.wrap(text).getLong());
            assertThat(store.add(key, JdbcPinStoreTest.entry(1))).isTrue();
        }
    }

    @Test
    @DisplayName("P04 text that looks like SQL is kept to the letter")
    void literal_content() {
        JdbcPinStore store = engine.store(pool);
        byte[] content = "' OR 1=1 --\\\\ %00 \0 \"; ${jndi:x}".getBytes(StandardCharsets.UTF_8);
        EntryKey key = new EntryKey(System.nanoTime(), 0x27_5c_00_22_3b_2d_2d_25L);
        StoredEntry entry = StoredEntry.of(1, Instant.ofEpochMilli(Long.MAX_VALUE), content);
        assertThat(store.add(key, entry)).isTrue();
        StoredEntry read = store.read(key).orElseThrow();
        assertThat(read.content()).isEqualTo(content);
        assertThat(read.keepUntil()).isEqualTo(entry.keepUntil());
    }
}

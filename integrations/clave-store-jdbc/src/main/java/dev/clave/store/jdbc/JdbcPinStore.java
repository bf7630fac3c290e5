package dev.clave.store.jdbc;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import dev.clave.store.jdbc.Sessions.Work;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A store in one table of a relational database, for any number of nodes.
 *
 * <pre>{@code
 * JdbcPinStore store = JdbcPinStore.over(dataSource);   // PostgreSQL, MariaDB or H2
 * store.createTable();                                  // or give store.ddl() to whatever makes your tables
 * Clave clave = Clave.builder().store(store)…
 * store.cleanUp(Instant.now());                         // every minute or so
 * }</pre>
 *
 * <p>Each method takes a connection of its own from the data source, in which every statement is a transaction of its
 * own, and gives it back; {@code read} is one statement, {@code add} and {@code replace} are one statement and its
 * commit. Only where the engine takes a write back because of another one at the same time, as it does at {@code
 * REPEATABLE READ} and above and at the end of a deadlock, is the entry read once more, and the write repeated if the entry is as it was, five times at the
 * most. No write is repeated of which it is not known that it was taken back. A connection that does not commit
 * by itself may belong to a transaction of the host's and is refused.
 *
 * <p>Whatever the database does wrong is a {@link JdbcStoreException}, and a warning in the log but for that of the
 * building. An entry that no store need take (over 2,000 bytes, or parts of milliseconds) is an {@link
 * IllegalArgumentException}. Safe for use by many threads; it
 * starts none.
 */
public final class JdbcPinStore implements PinStore {
    private static final EntryKey NOBODY = new EntryKey(0, 0);

    /** How often something is tried that the engine takes back for another write at the same time. */
    private static final int TRIES = 5;

    private final Sessions sessions;
    private final Dialect dialect;
    private final TableNames names;
    private final int batch;

    private final String select;
    private final String insert;
    private final String update;
    private final String delete;

    JdbcPinStore(Sessions sessions, Dialect dialect, TableNames names, int batch) {
        this.sessions = sessions;
        this.dialect = dialect;
        this.names = names;
        this.batch = batch;
        this.select = dialect.select(names.qualified());
        this.insert = dialect.insert(names.qualified());
        this.update = "update " + names.qualified()
                + " set version = ?, keep_until = ?, content = ? where entry_key = ? and version = ?";
        this.delete = dialect.delete(names.qualified(), batch);
    }

    /**
     * A store in the table {@code clave_entry} of PostgreSQL, MariaDB or H2.
     *
     * @param source where its connections come from; one is taken now, to find out which engine it is
     * @return the store
     * @throws JdbcStoreException if no connection can be had
     * @throws IllegalArgumentException if it is another engine
     */
    public static JdbcPinStore over(DataSource source) {
        return builder(source).build();
    }

    /**
     * A store whose names, timeout or engine are to be chosen.
     *
     * @param source where its connections come from: of the primary, and committing by themselves
     * @return a builder
     */
    public static JdbcPinStoreBuilder builder(DataSource source) {
        return new JdbcPinStoreBuilder(source);
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        Objects.requireNonNull(key, "key");
        return sessions.use(session -> read(session, key));
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        Objects.requireNonNull(key, "key");
        Row row = Row.of(first);
        return sessions.use(session -> untilKept(session, same -> add(same, key, row)));
    }

    private boolean add(Session session, EntryKey key, Row row) throws SQLException {
        try (PreparedStatement statement = session.prepare(insert)) {
            row.bindInsert(statement, key);
            return isOne(statement.executeUpdate());
        } catch (SQLException failure) {
            return added(session, key, failure);
        }
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        Objects.requireNonNull(key, "key");
        long version = seen.version();
        Row row = Row.of(next);
        return sessions.use(session -> untilKept(session, same -> replace(same, key, version, row)));
    }

    private boolean replace(Session session, EntryKey key, long seen, Row row) throws SQLException {
        try (PreparedStatement statement = session.prepare(update)) {
            row.bindUpdate(statement, key, seen);
            return isOne(statement.executeUpdate());
        } catch (SQLException failure) {
            return replaced(session, key, seen, failure);
        }
    }

    /** What the engine has surely taken back, as at the end of a deadlock, may be done once more. Of nothing else is that known. */
    private <T> T untilKept(Session session, Work<T> write) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return write.on(session);
            } catch (SQLException failure) {
                if (tries == TRIES || !dialect.isConflict(failure)) {
                    throw failure;
                }
            }
        }
    }

    private Optional<StoredEntry> read(Session session, EntryKey key) throws SQLException {
        try (PreparedStatement statement = session.prepare(select)) {
            statement.setBytes(1, key.bytes());
            try (ResultSet rows = statement.executeQuery()) {
                return Row.only(rows);
            }
        }
    }

    /** False when there is an entry; a failure otherwise, for nobody knows. */
    private boolean added(Session session, EntryKey key, SQLException failure) throws SQLException {
        if (dialect.isDuplicate(failure)
                || (dialect.isConflict(failure) && read(session, key).isPresent())) {
            return false;
        }
        throw failure;
    }

    /** False when another entry, or none, is there; a failure otherwise. */
    private boolean replaced(Session session, EntryKey key, long seen, SQLException failure) throws SQLException {
        if (dialect.isConflict(failure)
                && read(session, key).filter(entry -> entry.version() == seen).isEmpty()) {
            return false;
        }
        throw failure;
    }

    private static boolean isOne(int rows) {
        if (rows > 1) {
            throw JdbcStoreException.of(Problem.MALFORMED_ENTRY);
        }
        return rows == 1;
    }

    /**
     * Forgets entries whose time is over, in batches, each a statement and a transaction of its own: a login waits for
     * no more than one. Call it every minute or so, on any node or on all; with nothing to forget it is one look into an
     * index. It goes on until there is nothing left, and may be called again at once when it failed.
     *
     * @param now entries that had to be kept until before it are forgotten
     * @return how many were
     * @throws JdbcStoreException if the database fails; batches before that stay forgotten
     */
    public long cleanUp(Instant now) {
        long time = now.toEpochMilli();
        long forgotten = 0;
        int last;
        do {
            last = sessions.use(session -> forget(session, time));
            forgotten += last;
        } while (last >= batch);
        return forgotten;
    }

    private int forget(Session session, long time) throws SQLException {
        session.readCommitted();
        return untilKept(session, same -> forgetBatch(same, time));
    }

    private int forgetBatch(Session session, long time) throws SQLException {
        try (PreparedStatement statement = session.prepare(delete)) {
            long parameters = delete.chars().filter(symbol -> symbol == '?').count();
            for (int i = 1; i <= parameters; i++) {
                statement.setLong(i, time);
            }
            return statement.executeUpdate();
        }
    }

    /**
     * The statements that make the table and its index, for a migration.
     *
     * @return statements, each of which ends in a semicolon; they change nothing where the table is there already
     */
    public String ddl() {
        return dialect.ddl(names);
    }

    /**
     * Makes the table and its index where they are not there yet.
     *
     * @throws JdbcStoreException if the database fails, as when this user may make no tables (even where the table is
     *     there), or another node makes it at this moment
     */
    public void createTable() {
        sessions.use(session -> {
            for (String sql : ddl().split(";\\s*\\n", -1)) {
                if (!sql.isBlank()) {
                    try (PreparedStatement statement = session.prepare(sql)) {
                        statement.execute();
                    }
                }
            }
            return names;
        });
    }

    /**
     * Looks whether the table can be read, on a primary, as for a page that tells whether a node is well. One statement.
     *
     * @throws JdbcStoreException if it cannot
     */
    public void check() {
        read(NOBODY);
    }

    @Override
    public String toString() {
        return "JdbcPinStore[" + dialect.name() + ", " + names.qualified() + "]";
    }
}

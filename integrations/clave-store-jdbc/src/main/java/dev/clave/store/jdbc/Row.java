package dev.clave.store.jdbc;

import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** An entry as a row. */
final class Row {
    private static final int LARGEST = 2_000;
    /** The class of SQLStates that says that a value is none of its type. */
    private static final String DATA_EXCEPTION = "22";

    private final long version;
    private final long keepUntil;
    private final byte[] content;

    private Row(long version, long keepUntil, byte[] content) {
        this.version = version;
        this.keepUntil = keepUntil;
        this.content = content;
    }

    /** Looked at before a connection is taken: an engine may cut what is too long. */
    static Row of(StoredEntry entry) {
        byte[] content = entry.content();
        if (content.length > LARGEST) {
            throw new IllegalArgumentException("an entry has at most 2,000 bytes");
        }
        Instant time = entry.keepUntil();
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw new IllegalArgumentException("an entry is kept until a whole number of milliseconds");
        }
        return new Row(entry.version(), time.toEpochMilli(), content);
    }

    void bindInsert(PreparedStatement statement, EntryKey key) throws SQLException {
        statement.setBytes(1, key.bytes());
        statement.setLong(2, version);
        statement.setLong(3, keepUntil);
        statement.setBytes(4, content);
    }

    void bindUpdate(PreparedStatement statement, EntryKey key, long seen) throws SQLException {
        statement.setLong(1, version);
        statement.setLong(2, keepUntil);
        statement.setBytes(3, content);
        statement.setBytes(4, key.bytes());
        statement.setLong(5, seen);
    }

    /** The only row of an answer; more than one is no entry. */
    static Optional<StoredEntry> only(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        StoredEntry entry = entryOrMalformed(rows);
        if (rows.next()) {
            throw JdbcStoreException.of(Problem.MALFORMED_ENTRY);
        }
        return Optional.of(entry);
    }

    /** A column of another type is a row that somebody else has made. */
    private static StoredEntry entryOrMalformed(ResultSet row) throws SQLException {
        try {
            return entry(row);
        } catch (SQLException failure) {
            if (Objects.requireNonNullElse(failure.getSQLState(), "").startsWith(DATA_EXCEPTION)) {
                throw JdbcStoreException.of(Problem.MALFORMED_ENTRY, failure);
            }
            throw failure;
        }
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        if (row.getBoolean(4)) {
            throw JdbcStoreException.of(Problem.READ_ONLY);
        }
        byte[] content = row.getBytes(3);
        if (content == null) {
            throw JdbcStoreException.of(Problem.MALFORMED_ENTRY);
        }
        return StoredEntry.of(number(row, 1), Instant.ofEpochMilli(number(row, 2)), content);
    }

    private static long number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        if (row.wasNull()) {
            throw JdbcStoreException.of(Problem.MALFORMED_ENTRY);
        }
        return number;
    }
}

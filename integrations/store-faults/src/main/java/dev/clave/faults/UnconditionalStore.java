package dev.clave.faults;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Broken on purpose: reads the version, compares it here, and then writes whatever has happened meanwhile. */
record UnconditionalStore(PinStore sound, DataSource pool) implements PinStore {
    private static final String UPDATE =
            "update clave_entry set version = ?, keep_until = ?, content = ? where entry_key = ?";

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return sound.read(key);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return sound.add(key, first);
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        boolean same = sound.read(key)
                .filter(found -> found.version() == seen.version())
                .isPresent();
        return same && update(key, next);
    }

    private boolean update(EntryKey key, StoredEntry next) {
        try (Connection connection = pool.getConnection();
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setLong(1, next.version());
            update.setLong(2, next.keepUntil().toEpochMilli());
            update.setBytes(3, next.content());
            update.setBytes(4, key.bytes());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the store failed", e);
        }
    }
}

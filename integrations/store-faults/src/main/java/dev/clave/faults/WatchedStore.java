package dev.clave.faults;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Writes down which calls have seen a write throw, and whether one of them wrote again after that. */
record WatchedStore(PinStore store, Desk desk) implements PinStore {

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return store.read(key);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return watched(() -> store.add(key, first));
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return watched(() -> store.replace(key, seen, next));
    }

    private boolean watched(BooleanSupplier write) {
        desk.writes();
        try {
            return write.getAsBoolean();
        } catch (RuntimeException unknown) {
            desk.threw();
            throw unknown;
        }
    }
}

package dev.clave.benchmarks.logins;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;

/**
 * A store that, once it is told to stand still, does all the work of a write and keeps what was there. So a third wrong PIN is the first one again,
 * no budget runs out, and the policy is the true one.
 */
final class StandingStore implements PinStore {
    private final PinStore store;
    private volatile boolean standing;

    StandingStore(PinStore store) {
        this.store = store;
    }

    void standStill() {
        standing = true;
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return store.read(key);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        if (standing) {
            throw new IllegalStateException("an entry that ought to be there is not");
        }
        return store.add(key, first);
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return store.replace(key, seen, standing ? seen : next);
    }
}

package dev.clave.model;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The smallest store there can be: for one entry. */
class OneEntryStore implements PinStore {
    final AtomicReference<@Nullable StoredEntry> entry = new AtomicReference<>();

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return Optional.ofNullable(entry.get());
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return entry.compareAndSet(null, first);
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        StoredEntry present = entry.get();
        return present != null && present.version() == seen.version() && entry.compareAndSet(present, next);
    }

    /** One that is broken: it replaces whatever is there. */
    static final class Blind extends OneEntryStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            entry.set(next);
            return true;
        }
    }
}

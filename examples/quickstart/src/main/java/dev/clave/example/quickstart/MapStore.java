package dev.clave.example.quickstart;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store over a map: the shape of every store. */
// spotless:off
// readme: store
public final class MapStore implements PinStore {
    private final ConcurrentHashMap<EntryKey, StoredEntry> entries = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredEntry> read(EntryKey key) {                            // select … where entry_key = ?
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {                        // insert; a duplicate key is false
        return entries.putIfAbsent(key, copy(first)) == null;
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {   // update … where entry_key = ? and version = ?
        StoredEntry written = copy(next);
        long version = seen.version();
        AtomicBoolean replaced = new AtomicBoolean();
        entries.computeIfPresent(key, (same, now) -> {
            replaced.set(now.version() == version);
            return now.version() == version ? written : now;
        });
        return replaced.get();
    }

    /** Forgets what is over; call it from time to time. */
    public void cleanUp(Instant now) {                                           // delete … where keep_until < ?
        entries.values().removeIf(entry -> entry.keepUntil().isBefore(now));
    }

    private static StoredEntry copy(StoredEntry entry) {
        return StoredEntry.of(entry.version(), entry.keepUntil(), entry.content());
    }
}
// readme: end
// spotless:on

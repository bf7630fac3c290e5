package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store that keeps every rule, with all that a contract asks for. Saboteurs break one thing of it. */
class SoundStore implements PinStore {
    final Map<EntryKey, StoredEntry> rows;

    SoundStore() {
        this(new ConcurrentHashMap<>());
    }

    SoundStore(Map<EntryKey, StoredEntry> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return rows.putIfAbsent(key, copy(first)) == null;
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        long version = seen.version();
        StoredEntry copy = copy(next);
        synchronized (rows) {
            StoredEntry present = rows.get(key);
            return present != null && present.version() == version && rows.replace(key, present, copy);
        }
    }

    void cleanUp(Instant time) {
        rows.values().removeIf(entry -> entry.keepUntil().isBefore(time));
    }

    PinStore secondNode() {
        return new SoundStore(rows);
    }

    PinStore full() {
        return new SoundStore() {
            @Override
            public boolean add(EntryKey key, StoredEntry first) {
                throw new IllegalStateException("full");
            }
        };
    }

    PinStore unreachable() {
        SteppingStore store = new SteppingStore();
        store.failAlways();
        return store;
    }

    PinStore losingAnswers() {
        return losing();
    }

    private PinStore losing() {
        SoundStore store = this;
        return new SoundStore(rows) {
            @Override
            public boolean add(EntryKey key, StoredEntry first) {
                store.add(key, first);
                throw new IllegalStateException("connection reset");
            }

            @Override
            public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                store.replace(key, seen, next);
                throw new IllegalStateException("connection reset");
            }
        };
    }

    /** The connection breaks once, so it is the same for one write. */
    PinStore losingOneAnswer() {
        return losing();
    }

    /** A transaction that is rolled back takes nothing with it that was written here. */
    void inHostTransaction(Runnable work) {
        work.run();
    }

    static StoredEntry copy(StoredEntry entry) {
        return StoredEntry.of(entry.version(), entry.keepUntil(), entry.content());
    }
}

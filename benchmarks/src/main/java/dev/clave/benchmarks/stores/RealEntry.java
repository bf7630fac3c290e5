package dev.clave.benchmarks.stores;

import dev.clave.MemoryPinStore;
import dev.clave.benchmarks.logins.Desk;
import dev.clave.benchmarks.logins.SteppingClock;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The bytes of the entry of a login that waits for its PIN, taken from a login. */
public final class RealEntry {
    private RealEntry() {}

    /**
     * The bytes.
     *
     * @return as a store gets them
     */
    public static byte[] content() {
        AtomicReference<StoredEntry> last = new AtomicReference<>();
        SteppingClock clock = new SteppingClock();
        PinStore store = MemoryPinStore.withCapacity(100_000, clock);
        new Desk(new Noted(store, last), Keys.ring(), clock).identifyAndObtain();
        return last.get().content();
    }

    /**
     * An entry with these bytes, to be kept for as long as one that holds a day's budgets.
     *
     * @param version its version
     * @param content its bytes
     * @return the entry
     */
    public static StoredEntry of(long version, byte[] content) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(1));
        return StoredEntry.of(version, end, content);
    }

    /** Notes what is written. */
    private record Noted(PinStore store, AtomicReference<StoredEntry> last) implements PinStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return store.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            last.set(first);
            return store.add(key, first);
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            last.set(next);
            return store.replace(key, seen, next);
        }
    }
}

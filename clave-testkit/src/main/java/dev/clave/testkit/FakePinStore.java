package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * A store that keeps entries as a foreign engine does: encoded, by copy. It can be read like a stolen one ({@link
 * #entries}), tampered with ({@link #overwrite}, {@link #forget}), and counts what it is asked.
 *
 * <p>It is strict: a content of more than 2,000 bytes, a time that is no whole number of milliseconds, or a version
 * that does not grow is an {@link AssertionError}.
 */
public final class FakePinStore implements PinStore {
    private static final int LARGEST = 2_000;

    private final Map<EntryKey, StoredEntry> kept = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    /** An empty store. */
    public FakePinStore() {}

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        Objects.requireNonNull(key, "key");
        reads.incrementAndGet();
        return Optional.ofNullable(kept.get(key)).map(FakePinStore::copy);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        Objects.requireNonNull(key, "key");
        StoredEntry copy = checked(first);
        writes.incrementAndGet();
        return kept.putIfAbsent(key, copy) == null;
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        Objects.requireNonNull(key, "key");
        long version = seen.version();
        StoredEntry copy = checked(next);
        if (copy.version() <= version) {
            throw new AssertionError("the version of an entry grows with every write");
        }
        writes.incrementAndGet();
        AtomicBoolean replaced = new AtomicBoolean();
        kept.computeIfPresent(key, (same, present) -> {
            replaced.set(present.version() == version);
            return replaced.get() ? copy : present;
        });
        return replaced.get();
    }

    /**
     * Forgets what need not be kept any longer, as a clean-up does.
     *
     * @param now entries whose time is before it are forgotten
     * @return how many were
     */
    public int forgetExpired(Instant now) {
        int before = kept.size();
        kept.values().removeIf(entry -> entry.keepUntil().isBefore(now));
        return before - kept.size();
    }

    /**
     * All that is kept, as somebody would see it who steals the store.
     *
     * @return copies, by key
     */
    public Map<EntryKey, StoredEntry> entries() {
        return kept.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> copy(entry.getValue())));
    }

    /**
     * Writes an entry without asking what is there, as somebody would who can tamper with the store.
     *
     * @param key the key
     * @param entry what to keep
     */
    public void overwrite(EntryKey key, StoredEntry entry) {
        kept.put(key, copy(entry));
    }

    /**
     * Loses an entry.
     *
     * @param key the key
     */
    public void forget(EntryKey key) {
        kept.remove(key);
    }

    /** Loses everything. */
    public void forgetAll() {
        kept.clear();
    }

    /**
     * How many entries there are.
     *
     * @return the number of entries, expired ones included
     */
    public int size() {
        return kept.size();
    }

    /**
     * How often {@link #read} was called.
     *
     * @return the number of calls
     */
    public int reads() {
        return reads.get();
    }

    /**
     * How often {@link #add} and {@link #replace} were called, whatever they answered.
     *
     * @return the number of calls
     */
    public int writes() {
        return writes.get();
    }

    private static StoredEntry checked(StoredEntry entry) {
        StoredEntry copy = copy(entry);
        if (copy.content().length > LARGEST) {
            throw new AssertionError("an entry has at most 2,000 bytes");
        }
        if (!copy.keepUntil().truncatedTo(ChronoUnit.MILLIS).equals(copy.keepUntil())) {
            throw new AssertionError("an entry is kept until a whole number of milliseconds");
        }
        return copy;
    }

    private static StoredEntry copy(StoredEntry entry) {
        return StoredEntry.of(entry.version(), entry.keepUntil(), entry.content());
    }

    @Override
    public String toString() {
        return "FakePinStore[" + size() + " entries]";
    }
}

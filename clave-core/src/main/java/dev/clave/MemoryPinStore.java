package dev.clave;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in the memory of this process, for one node. Entries expire one by one; nothing is ever evicted to make room: when the store is full
 * it refuses new entries, loudly.
 *
 * <p>It forgets everything when the process ends: open logins, which is a nuisance; wrong PINs and blocks, which gives an attacker new attempts.
 * A policy with a small PIN space therefore asks that this store be named on purpose.
 *
 * <p>Safe for use by many threads; it starts none.
 */
public final class MemoryPinStore implements PinStore {
    /** As many entries as the default store takes: about 300 MB of live logins, 360 MB at the most unless an app has a PIN in each. */
    public static final long DEFAULT_CAPACITY = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(MemoryPinStore.class);
    private static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");
    private static final long ALARM_PAUSE = Duration.ofMinutes(1).toMillis();
    /** Two clocks of one machine are not read at the same moment, and one of them may be corrected in between. */
    private static final long CLOCKS_APART = Duration.ofMinutes(1).toMillis();

    private final long capacity;
    private final InstantSource clock;
    private final Cache<EntryKey, StoredEntry> entries;
    private final AtomicLong alarmAt = new AtomicLong();

    private MemoryPinStore(long capacity, InstantSource clock) {
        this.capacity = capacity;
        this.clock = clock;
        long start = clock.millis();
        this.entries = Caffeine.newBuilder()
                .expireAfter(new KeepUntil(start))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis() - start))
                .executor(Runnable::run)
                .build();
    }

    /**
     * A store of the {@linkplain #DEFAULT_CAPACITY default capacity}, by the clock of this machine: for a {@link Clave} that is built without a
     * clock. One that is built with another refuses it; {@link #withCapacity(long, InstantSource)} takes that clock.
     *
     * @return the store
     */
    public static MemoryPinStore create() {
        return withCapacity(DEFAULT_CAPACITY);
    }

    /**
     * A store by the clock of this machine, as {@link #create} makes one.
     *
     * @param capacity how many entries it takes
     * @return the store
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static MemoryPinStore withCapacity(long capacity) {
        return withCapacity(capacity, Clock.systemUTC());
    }

    /**
     * A store.
     *
     * @param capacity how many entries it takes, give or take one for each thread that writes; each needs about 290 bytes while a login waits,
     *     210 of somebody unknown
     * @param clock by which entries expire: the clock that the {@link Clave} is built with; {@link Clock#systemUTC} where it is built with none
     * @return the store
     * @throws IllegalArgumentException if the capacity is not positive
     */
    public static MemoryPinStore withCapacity(long capacity, InstantSource clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a store has a positive capacity");
        }
        return new MemoryPinStore(capacity, Objects.requireNonNull(clock, "clock"));
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return Optional.ofNullable(present(key));
    }

    /** No reading prolongs a life, so that Caffeine need not be told of any. */
    private @Nullable StoredEntry present(EntryKey key) {
        return entries.policy().getIfPresentQuietly(key);
    }

    /**
     * Writes the first entry under a key.
     *
     * @throws IllegalStateException if the store is full
     */
    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        Objects.requireNonNull(first, "first");
        if (isFull()) {
            entries.cleanUp();
            if (isFull()) {
                raiseAlarm();
                throw new IllegalStateException("the PIN store in memory is full: it holds " + capacity + " entries");
            }
        }
        return entries.asMap().putIfAbsent(key, first) == null;
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        Objects.requireNonNull(seen, "seen");
        Objects.requireNonNull(next, "next");
        long version = seen.version();
        boolean[] replaced = new boolean[1];
        entries.asMap().computeIfPresent(key, (same, present) -> {
            replaced[0] = present.version() == version;
            return replaced[0] ? next : present;
        });
        return replaced[0];
    }

    /**
     * How many entries there are, those included that have expired and not been cleaned up yet.
     *
     * @return an estimate, exact while nobody writes
     */
    public long size() {
        return entries.estimatedSize();
    }

    /** Its entries would end too early, and budgets with them, or too late. */
    boolean isByAnotherClock(InstantSource other) {
        return Math.abs(clock.millis() - other.millis()) > CLOCKS_APART;
    }

    private boolean isFull() {
        return entries.estimatedSize() >= capacity;
    }

    /** Once a minute is loud enough, and cannot be used to fill the log. */
    private void raiseAlarm() {
        long now = clock.millis();
        long due = alarmAt.get();
        if (now >= due && alarmAt.compareAndSet(due, now + ALARM_PAUSE)) {
            LOG.error("The PIN store in memory is full ({} entries): nobody new can log in", capacity);
        }
    }

    /**
     * The entry says itself until when it is needed. Caffeine says when it is: the clock is not read once more, for it may have moved.
     *
     * @param start the time at which Caffeine's is 0, in milliseconds
     */
    private record KeepUntil(long start) implements Expiry<EntryKey, StoredEntry> {

        @Override
        public long expireAfterCreate(EntryKey key, StoredEntry entry, long currentTime) {
            Instant until = entry.keepUntil().isAfter(FAR) ? FAR : entry.keepUntil();
            long now = start + TimeUnit.NANOSECONDS.toMillis(currentTime);
            return TimeUnit.MILLISECONDS.toNanos(Math.max(0, until.toEpochMilli() - now));
        }

        @Override
        public long expireAfterUpdate(EntryKey key, StoredEntry entry, long currentTime, long currentDuration) {
            return expireAfterCreate(key, entry, currentTime);
        }

        @Override
        public long expireAfterRead(EntryKey key, StoredEntry entry, long currentTime, long currentDuration) {
            return currentDuration;
        }
    }
}

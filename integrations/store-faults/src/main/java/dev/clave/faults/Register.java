package dev.clave.faults;

import dev.clave.faults.history.Op;
import dev.clave.faults.history.Recorder;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps a few entries that are no logins in the same store: reads one, and writes the next with a content that nobody else writes. What each
 * process was told must be one line of entries.
 */
final class Register {
    static final int KEYS = 3;

    private static final long PAUSE = Duration.ofMillis(40).toNanos();
    private static final int COUNTER_BITS = 20;

    private final PinStore store;
    private final Recorder recorder;
    private final String process;
    private final AtomicLong writes = new AtomicLong();
    private final CountDownLatch atWork;
    private volatile boolean over;

    Register(PinStore store, Recorder recorder, String process, int threads) {
        this.atWork = new CountDownLatch(threads);
        this.store = store;
        this.recorder = recorder;
        this.process = process;
    }

    /** Goes on until it is ended. */
    void keep(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        while (!over) {
            step(random.nextInt(KEYS));
            LockSupport.parkNanos(random.nextLong(2 * PAUSE));
        }
        atWork.countDown();
    }

    /** Ends it, and waits for the steps that are being taken. */
    boolean end() {
        over = true;
        try {
            return atWork.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads every entry once more; false when one could not be read. */
    boolean readAll() {
        boolean all = true;
        for (int key = 0; key < KEYS; key++) {
            all &= read(key).isPresent();
        }
        return all;
    }

    private void step(int key) {
        read(key).ifPresent(seen -> write(key, seen));
    }

    /** Empty when the read threw; else what was there, or not. */
    private Optional<Optional<StoredEntry>> read(int key) {
        String id = recorder.begin(Op.READ, "register-" + key, "", 0, "");
        try {
            Optional<StoredEntry> found = store.read(keyOf(key));
            recorder.end(
                    id,
                    found.isPresent() ? "Read" : "Empty",
                    found.map(StoredEntry::version).orElse(-1L),
                    found.map(Register::text).orElse(""));
            return Optional.of(found);
        } catch (RuntimeException thrown) {
            recorder.end(id, "THREW.STORE", -1, "");
            return Optional.empty();
        }
    }

    private void write(int key, Optional<StoredEntry> seen) {
        String content = process + "-" + writes.incrementAndGet();
        long version =
                Math.max(seen.map(StoredEntry::version).orElse(0L) + 1, System.currentTimeMillis() << COUNTER_BITS);
        StoredEntry next = StoredEntry.of(
                version,
                Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(2)),
                content.getBytes(StandardCharsets.UTF_8));
        String id = recorder.begin(
                seen.isPresent() ? Op.REPLACE : Op.ADD,
                "register-" + key,
                content,
                0,
                seen.map(Register::text).orElse(""));
        try {
            boolean done = seen.isPresent() ? store.replace(keyOf(key), seen.get(), next) : store.add(keyOf(key), next);
            recorder.end(id, done ? "True" : "False", version, "");
        } catch (RuntimeException thrown) {
            recorder.end(id, "THREW.STORE", version, "");
        }
    }

    private static EntryKey keyOf(int key) {
        return new EntryKey(0, key);
    }

    private static String text(StoredEntry entry) {
        return new String(entry.content(), StandardCharsets.UTF_8);
    }
}

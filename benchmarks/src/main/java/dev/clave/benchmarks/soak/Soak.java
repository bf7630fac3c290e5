package dev.clave.benchmarks.soak;

import dev.clave.MemoryPinStore;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Logins at a fixed rate over the store in memory, to see that nothing grows, and how slow the slowest steps are:
 *
 * <pre>{@code
 * java -Xmx512m -cp benchmarks/target/benchmarks.jar dev.clave.benchmarks.soak.Soak [minutes] [logins per second]
 * }</pre>
 *
 * <p>30 minutes and 1,000 logins per second when nothing else is said. A minute is an hour to clave, so that the 30 minutes of a login, the
 * hours that its budgets need and the 10 minutes beyond pass all the time. There are so many people that everybody comes back after 3 hours
 * and 20 minutes; most entries have expired by then and are made anew. The first two rounds are not measured and go as fast as they can, by
 * the same steps of the clock, so that there are as many entries at the start as at the end, and as old.
 *
 * <p>Each minute it tells the logins, the entries, the heap after a collection, and how long the steps took. That collection falls between
 * two logins and delays the next ones; all others are in the figures. It ends with 1 when a login failed, when the heap grew, or when the
 * first login took unreasonably long.
 */
public final class Soak {
    private static final int RETURN_SECONDS = 200;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final double MEGABYTE = 1 << 20;

    /** Less than any object, left behind by every eighth login. */
    private static final int MOST_GROWTH_OF_A_LOGIN = 2;

    /** What else a virtual machine may come to keep in a short run. */
    private static final double MOST_GROWTH = 0.01;

    private static final Duration LONGEST_START = Duration.ofSeconds(5);

    private final PrintStream out;
    private final int minutes;
    private final int rate;
    private final FastClock clock = new FastClock();
    private final MemoryPinStore store;
    private final Visits visits;
    private final Heap heap = new Heap();
    private final Steps all = new Steps();
    private final Latencies late = new Latencies();

    private Soak(PrintStream out, int minutes, int rate) {
        this.out = out;
        this.minutes = minutes;
        this.rate = rate;
        int people = rate * RETURN_SECONDS;
        // Less than all who ever come: a store from which nothing expires fills up, and refuses the next.
        this.store = MemoryPinStore.withCapacity(people * 4L / 5, clock);
        this.visits = new Visits(people, store, clock);
    }

    /**
     * Runs it.
     *
     * @param arguments minutes and logins per second, or nothing
     */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        if (minutes < 1 || rate < 1 || arguments.length > 2) {
            throw new IllegalArgumentException("[minutes] [logins per second]");
        }
        Soak soak = new Soak(System.out, minutes, rate);
        boolean quick = soak.first(start);
        System.exit(soak.run() && quick ? 0 : 1);
    }

    /** The first login of this virtual machine, and the second. */
    private boolean first(long start) {
        long ready = System.nanoTime();
        visits.logIn(People.number(0));
        long granted = System.nanoTime();
        visits.logIn(People.number(1));
        long again = System.nanoTime();
        long sinceStart = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        say(
                "first grant %.0f ms after main began (the JVM started %d ms ago): %.0f ms to build clave, %.0f ms for the first login,"
                        + " %.1f ms for the second",
                millis(granted - start),
                sinceStart,
                millis(ready - start),
                millis(granted - ready),
                millis(again - granted));
        visits.taken();
        boolean quick = granted - start <= LONGEST_START.toNanos();
        if (!quick) {
            say("THE FIRST GRANT TOOK TOO LONG: over %d s", LONGEST_START.toSeconds());
        }
        return quick;
    }

    private boolean run() {
        try {
            fill();
            clock.start();
            say("%d entries, heap %.1f MB after GC", store.size(), heap.look() / MEGABYTE);
            for (int minute = 1; minute <= minutes; minute++) {
                minute();
                report(minute);
            }
            return verdict();
        } catch (RuntimeException failed) {
            say("FAILED: %s", failed);
            return false;
        }
    }

    /** The first rounds: everybody twice. */
    private void fill() {
        long start = System.nanoTime();
        Duration step = Duration.ofSeconds(FastClock.SPEED).dividedBy(rate);
        int logins = 2 * rate * RETURN_SECONDS;
        clock.advance(Duration.ofDays(1));
        for (int i = 0; i < logins; i++) {
            clock.advance(step);
            visits.next();
        }
        visits.taken();
        say("%d logins before the start, in %.0f s", logins, (System.nanoTime() - start) / 1e9);
    }

    private void minute() {
        long start = System.nanoTime();
        for (long i = 0; i < 60L * rate; i++) {
            long due = start + i * SECOND / rate;
            waitUntil(due);
            late.add(Math.max(0, System.nanoTime() - due));
            visits.next();
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void report(int minute) {
        Steps steps = visits.taken();
        all.add(steps);
        long entries = store.size();
        say(
                "minute %d: %d logins, %d entries, heap %.1f MB after GC",
                minute, 60L * rate, entries, heap.look() / MEGABYTE);
        say(steps);
    }

    private void say(Steps steps) {
        say("  identify %s%n  obtain   %s%n  verify   %s", steps.identify(), steps.obtain(), steps.verify());
    }

    private boolean verdict() {
        long logins = 60L * rate * minutes;
        double growth = heap.slope() * minutes;
        double most = Math.max(MOST_GROWTH_OF_A_LOGIN * (double) logins, MOST_GROWTH * heap.mean());
        boolean grew = growth > most;
        say("all %d logins in %d minutes, which were %d hours:", logins, minutes, minutes * FastClock.SPEED / 60);
        say(all);
        say("  begun late by %s", late);
        say(
                "heap after GC %.1f MB, slope %.3f MB a minute, %.2f MB in all (%.2f bytes a login): %s",
                heap.mean() / MEGABYTE,
                heap.slope() / MEGABYTE,
                growth / MEGABYTE,
                growth / logins,
                grew ? "IT GREW" : "it did not grow");
        return !grew;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    private void say(String format, Object... what) {
        out.println(String.format(Locale.ROOT, format, what));
    }
}

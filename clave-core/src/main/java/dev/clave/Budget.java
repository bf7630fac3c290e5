package dev.clave;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How often something may happen: a bucket of {@code burst}, into which one comes back every {@code refill}.
 *
 * <p>A bucket lets through its burst and its refill, so every risk is computed with {@link #worstIn}, never with
 * the average.
 *
 * @param burst how many may happen at once, 1 to 1000
 * @param refill after how long one comes back: whole milliseconds, 1 second to 400 days
 */
public record Budget(int burst, Duration refill) {
    private static final int LARGEST_BURST = 1000;
    private static final Duration SHORTEST_REFILL = Duration.ofSeconds(1);
    private static final Duration LONGEST_REFILL = Duration.ofDays(400);

    /**
     * Refuses what is out of bounds.
     *
     * @param burst how often at once
     * @param refill after how long one comes back
     * @throws IllegalArgumentException if it is
     */
    public Budget {
        if (burst < 1 || burst > LARGEST_BURST) {
            throw new IllegalArgumentException("a budget's burst is 1 to 1000, not " + burst);
        }
        if (refill.compareTo(SHORTEST_REFILL) < 0 || refill.compareTo(LONGEST_REFILL) > 0) {
            throw new IllegalArgumentException("a budget's refill is 1 second to 400 days, not " + refill);
        }
        if (!refill.truncatedTo(ChronoUnit.MILLIS).equals(refill)) {
            throw new IllegalArgumentException("a budget's refill is whole milliseconds, not " + refill);
        }
    }

    /**
     * After how long one comes back.
     *
     * @return milliseconds
     */
    public long refillMillis() {
        return refill.toMillis();
    }

    /**
     * How long an empty bucket takes to be full again.
     *
     * @return milliseconds
     */
    public long fullMillis() {
        return burst * refillMillis();
    }

    /**
     * The most that can happen within a window of time that includes its first instant and not its last: a full
     * bucket at once, then every refill as it comes. A bucket of 10 with one back every 2 h 24 min allows 19 in 24
     * hours.
     *
     * @param window how long, more than nothing; looked at in milliseconds
     * @return how often, at the worst
     * @throws IllegalArgumentException if the window is shorter than a millisecond
     */
    public long worstIn(Duration window) {
        long millis = window.toMillis();
        if (millis < 1) {
            throw new IllegalArgumentException("a window is at least a millisecond, not " + window);
        }
        return burst + (millis - 1) / refillMillis();
    }
}

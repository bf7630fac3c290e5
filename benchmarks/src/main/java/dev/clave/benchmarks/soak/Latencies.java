package dev.clave.benchmarks.soak;

import java.util.Locale;

/**
 * How long many calls took, in a memory that does not grow: counts in 32 buckets for each power of two of nanoseconds, so that a percentile
 * is told at most 3 % too high. Not safe for use by several threads.
 */
final class Latencies {
    private static final int BITS = 5;
    private static final int BUCKETS = 1 << BITS;

    private final long[] counts = new long[Long.SIZE * BUCKETS];
    private long calls;
    private long most;

    void add(long nanos) {
        counts[bucket(nanos)]++;
        calls++;
        most = Math.max(most, nanos);
    }

    /** The same as what another one was given. */
    void add(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        calls += other.calls;
        most = Math.max(most, other.most);
    }

    /** The longest of the quickest so many of a hundred, in nanoseconds; 0 without any. */
    long percentile(double percent) {
        long wanted = (long) Math.ceil(calls * percent / 100);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(most, highest(i));
            }
        }
        return most;
    }

    private static int bucket(long nanos) {
        int shift = Math.max(0, Long.SIZE - BITS - 1 - Long.numberOfLeadingZeros(nanos | 1));
        return shift * BUCKETS + (int) (nanos >>> shift);
    }

    private static long highest(int bucket) {
        int shift = Math.max(0, bucket / BUCKETS - 1);
        long first = bucket - (long) shift * BUCKETS;
        return (first + 1 << shift) - 1;
    }

    /** Percentiles in microseconds. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f us",
                percentile(50) / 1e3,
                percentile(99) / 1e3,
                percentile(99.9) / 1e3,
                most / 1e3);
    }
}

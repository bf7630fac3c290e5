package dev.clave.benchmarks.sizes;

import java.util.Locale;

/** What many persons need, by calculation from what one needs. */
public final class Capacity {
    private static final long[] PERSONS = {1_000_000, 10_000_000, 100_000_000};
    private static final double GIGABYTE = 1e9;
    private static final double MOST_ON_A_HEAP = 15 * GIGABYTE;

    private Capacity() {}

    /**
     * The sizes and the needs, as two tables.
     *
     * @param sizes what was measured
     * @return Markdown
     */
    public static String markdown(Sizes sizes) {
        return measured(sizes) + '\n' + needed(sizes);
    }

    private static String measured(Sizes sizes) {
        return "| one login that waits for its PIN, with its budgets | bytes |\n|---|---:|\n"
                + row("in memory: heap after a collection", sizes.memory().heap())
                + row("in memory: by the layout of the objects", sizes.memory().layout())
                + row("in memory: the same after a wrong PIN", sizes.memory().wrongPin())
                + row(
                        "in memory: of a stranger, or of a wrong datum, without a login",
                        sizes.memory().stranger())
                + row("the entry itself, as it goes to a store outside the process", sizes.content())
                + row("PostgreSQL: row and indexes", sizes.row())
                + row(
                        "PostgreSQL: the same when all were written twice more at once, faster than it is vacuumed",
                        sizes.rewrittenRow())
                + row("PostgreSQL: a row of Spring's one-time tokens and its index", sizes.springRow())
                + row("Redis: MEMORY USAGE of the key", sizes.redisKey())
                + row("Redis: share of all its memory", sizes.redis());
    }

    private static String row(String what, double bytes) {
        return "| " + what + " | " + Math.round(bytes) + " |\n";
    }

    private static String needed(Sizes sizes) {
        StringBuilder table = new StringBuilder(
                "| persons with a waiting login at once | live data on the heap of one process | PostgreSQL, vacuumed, or with two dead versions of each row | Redis |\n"
                        + "|---:|---:|---:|---:|\n");
        for (long persons : PERSONS) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s to %s | %s |%n",
                    persons,
                    heap(persons, sizes.memory().heap()),
                    gigabytes(persons, sizes.row()),
                    gigabytes(persons, sizes.rewrittenRow()),
                    gigabytes(persons, sizes.redis())));
        }
        return table.toString();
    }

    /** A heap has to be twice what lives on it, and from 32 GB on it has no compressed references. */
    private static String heap(long persons, double bytes) {
        return persons * bytes < MOST_ON_A_HEAP ? gigabytes(persons, bytes) : "not one process";
    }

    /** Rounded up to a tenth: nobody buys too little. */
    static String gigabytes(long persons, double bytes) {
        return String.format(Locale.ROOT, "%.1f GB", Math.ceil(persons * bytes / GIGABYTE * 10) / 10);
    }
}

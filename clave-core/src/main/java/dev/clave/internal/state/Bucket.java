package dev.clave.internal.state;

import dev.clave.Budget;

/**
 * A bucket that refills, remembered as the one instant at which it is full again (the generic cell rate algorithm): the wait is told
 * exactly, asking costs nothing, and nothing runs in between.
 */
final class Bucket {
    /** Any instant of the past will do. */
    static final long FULL = 0;

    private Bucket() {}

    static int left(long fullAt, Budget budget, long now) {
        return (int) ((now + budget.fullMillis() - Math.max(fullAt, now)) / budget.refillMillis());
    }

    static boolean isEmpty(long fullAt, Budget budget, long now) {
        return left(fullAt, budget, now) < 1;
    }

    static long charged(long fullAt, Budget budget, long now) {
        return Math.max(fullAt, now) + budget.refillMillis();
    }

    static long pruned(long fullAt, long now) {
        return fullAt <= now ? FULL : fullAt;
    }

    /** From when on there is one to be had. */
    static long nextAt(long fullAt, Budget budget) {
        return fullAt - budget.fullMillis() + budget.refillMillis();
    }
}

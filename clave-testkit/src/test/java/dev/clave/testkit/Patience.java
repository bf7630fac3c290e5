package dev.clave.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How long a saboteur waits for another thread: long enough for a machine that is busy. After a few waits in vain it
 * waits no more, for then the rule is not one that makes threads meet.
 */
final class Patience {
    private static final long NANOS = 300_000_000;
    private static final int IN_VAIN = 4;

    private final AtomicInteger inVain = new AtomicInteger();

    static boolean racing() {
        return Thread.currentThread().getName().equals(Race.RACER);
    }

    /** Whether it came true, soon. Whoever is not in a race is not kept waiting. */
    boolean await(BooleanSupplier event) {
        if (event.getAsBoolean()) {
            return true;
        }
        if (!racing() || inVain.get() >= IN_VAIN) {
            return false;
        }
        long start = System.nanoTime();
        while (System.nanoTime() - start < NANOS) {
            LockSupport.parkNanos(10_000);
            if (event.getAsBoolean()) {
                return true;
            }
        }
        inVain.incrementAndGet();
        return false;
    }

    /** For what is sure to come. */
    static void awaitIfRacing(CountDownLatch event) {
        try {
            if (racing() && !event.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

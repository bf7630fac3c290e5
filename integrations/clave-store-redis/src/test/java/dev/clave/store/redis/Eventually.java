package dev.clave.store.redis;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what another process does. */
final class Eventually {
    private static final long MOST_NANOS = Duration.ofSeconds(40).toNanos();
    private static final long BREATH_NANOS = Duration.ofMillis(20).toNanos();

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > MOST_NANOS) {
                throw new AssertionError("not in time: " + what);
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
    }
}

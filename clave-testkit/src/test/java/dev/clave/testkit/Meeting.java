package dev.clave.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where two threads of a saboteur wait for one another between their look and their write, so that a race is sure to
 * be lost.
 */
final class Meeting {
    private static final long PATIENCE_NANOS = 10_000_000;

    private final Map<Object, AtomicInteger> present = new ConcurrentHashMap<>();

    /** Whether another thread came to the same place, soon. Whoever is not in a race is not kept waiting. */
    boolean meet(Object place) {
        AtomicInteger here = present.computeIfAbsent(place, none -> new AtomicInteger());
        int arrived = here.incrementAndGet();
        long start = System.nanoTime();
        boolean met = arrived > 1;
        boolean racing = Thread.currentThread().getName().equals(Race.RACER);
        while (!met && racing && System.nanoTime() - start < PATIENCE_NANOS) {
            Thread.onSpinWait();
            met = here.get() > 1;
        }
        if (!met) {
            here.decrementAndGet();
        }
        return met;
    }
}

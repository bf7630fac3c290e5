package dev.clave.testkit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where two threads of a saboteur wait for one another between their look and their write, so that a race is sure to
 * be lost.
 */
final class Meeting {
    private final Map<Object, AtomicInteger> present = new ConcurrentHashMap<>();
    private final Patience patience = new Patience();

    /** Whether another thread came to the same place, soon. Whoever is not in a race is not kept waiting. */
    boolean meet(Object place) {
        AtomicInteger here = present.computeIfAbsent(place, none -> new AtomicInteger());
        here.incrementAndGet();
        boolean met = patience.await(() -> here.get() > 1);
        if (!met) {
            here.decrementAndGet();
        }
        return met;
    }
}

package dev.clave.attack;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;

/**
 * How much memory pieces of work take from the heap, by the count that the virtual machine keeps for each thread. They take turns, so that
 * the compiler treats them alike. The management modules are reached by reflection: the module under test does not read them.
 */
final class AllocatedBytes {
    private static final MethodHandle COUNT = count();
    private static final int WARM_UP = 100;
    private static final int CALLS = 100;
    private static final int ROUNDS = 100;

    private AllocatedBytes() {}

    /** For each piece of work the least of many rounds, for the compiler and the class loader allocate now and then. */
    static long[] perCallOf(List<Runnable> works) {
        for (int round = 0; round < WARM_UP; round++) {
            works.forEach(AllocatedBytes::round);
        }
        long[] least = new long[works.size()];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < least.length; i++) {
                least[i] = Math.min(least[i], round(works.get(i)));
            }
        }
        return least;
    }

    private static long round(Runnable work) {
        long before = now();
        for (int i = 0; i < CALLS; i++) {
            work.run();
        }
        return (now() - before) / CALLS;
    }

    private static long now() {
        try {
            return (long) COUNT.invokeExact();
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    private static MethodHandle count() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return MethodHandles.publicLookup()
                    .findVirtual(
                            Class.forName("com.sun.management.ThreadMXBean"),
                            "getCurrentThreadAllocatedBytes",
                            MethodType.methodType(long.class))
                    .bindTo(threads);
        } catch (ReflectiveOperationException missing) {
            throw new LinkageError(missing.getMessage(), missing);
        }
    }
}

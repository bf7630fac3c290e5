package dev.clave.identity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * How much memory a piece of work takes from the heap, by the count that the virtual machine keeps for each thread.
 * The management modules are reached by reflection: the module under test does not read them.
 */
final class AllocatedBytes {
    private static final MethodHandle COUNT = count();
    private static final int WARM_UP = 3_000;
    private static final int CALLS = 1_000;
    private static final int ROUNDS = 10;

    private AllocatedBytes() {}

    /** The least of several rounds, for the compiler and the class loader allocate now and then. */
    static long perThousandCallsOf(Runnable work) {
        repeat(work, WARM_UP);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = now();
            repeat(work, CALLS);
            least = Math.min(least, now() - before);
        }
        return least;
    }

    private static void repeat(Runnable work, int times) {
        for (int i = 0; i < times; i++) {
            work.run();
        }
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

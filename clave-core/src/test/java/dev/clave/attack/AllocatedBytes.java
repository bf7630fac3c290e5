package dev.clave.attack;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * How much memory a call takes from the heap, to the byte, by the count that the virtual machine keeps for each thread.
 *
 * <p>The compiler C2 does without an object where it sees that nobody else does, and sees it here and not there; C1 never does. So the tests
 * that count have the tag {@code exact} and run in a virtual machine of their own, with {@code -XX:TieredStopAtLevel=1}; what C2 saves beyond
 * that is not promised. The management modules are reached by reflection: the module under test does not read them.
 */
public final class AllocatedBytes {
    private static final MethodHandle COUNT = count();

    /** Classes are loaded, lambdas linked, and the buffers of caches have their size. */
    private static final int WARM_UP = 300;

    private static final int CALLS = 100;

    private AllocatedBytes() {}

    /** What each of a hundred calls takes; what gets one ready is not counted. */
    public static long[] ofEach(Supplier<Runnable> ready) {
        mustBeExact();
        for (int i = 0; i < WARM_UP; i++) {
            of(ready.get());
        }
        long[] bytes = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            bytes[i] = of(ready.get());
        }
        return bytes;
    }

    /** What this call takes. */
    static long of(Runnable call) {
        long before = now();
        call.run();
        return now() - before;
    }

    /** All that this thread has taken. */
    static long now() {
        try {
            return (long) COUNT.invokeExact();
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }

    private static void mustBeExact() {
        String machine = System.getProperty("java.vm.info", "");
        if (!machine.contains("emulated-client") && !machine.contains("interpreted")) {
            throw new AssertionError("not exact with C2: run it with -XX:TieredStopAtLevel=1, as the build does");
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

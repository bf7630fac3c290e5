package dev.clave.benchmarks.sizes;

import dev.clave.MemoryPinStore;
import dev.clave.benchmarks.logins.Desk;
import dev.clave.benchmarks.logins.SteppingClock;
import dev.clave.benchmarks.stores.Keys;
import java.lang.management.ManagementFactory;
import java.util.function.ObjIntConsumer;
import org.openjdk.jol.info.GraphLayout;

/**
 * What an entry takes in the store in memory, with all that the store keeps around it, in bytes.
 *
 * @param heap of the heap after a collection, while a login waits for its PIN
 * @param layout the same by the layout of the objects
 * @param wrongPin by the layout, after a wrong PIN
 * @param stranger by the layout, of somebody unknown or whose datum was wrong, without a login
 */
public record MemorySize(double heap, double layout, double wrongPin, double stranger) {
    private static final int COLLECTIONS = 3;

    static {
        // JOL asks for it where there are records.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    /** With so many on the heap, and so many whose layout is looked at. */
    static MemorySize of(int many, int some) {
        return new MemorySize(
                heap(many),
                layout(some, Desk::leaveWaiting),
                layout(some, Desk::leaveWithAWrongPin),
                layout(some, Desk::leaveRefused));
    }

    /** By the heap that is used before and after so many have begun, when the store alone is left. */
    private static double heap(int logins) {
        storeAfter(1_000, Desk::leaveWaiting);
        long before = usedHeap();
        MemoryPinStore store = storeAfter(logins, Desk::leaveWaiting);
        long after = usedHeap();
        if (store.size() != logins) {
            throw new IllegalStateException("there are " + store.size() + " entries, not " + logins);
        }
        return (double) (after - before) / logins;
    }

    /** By the layout of all that the store refers to. */
    private static double layout(int entries, ObjIntConsumer<Desk> what) {
        long empty = GraphLayout.parseInstance(storeAfter(0, what)).totalSize();
        return (double) (GraphLayout.parseInstance(storeAfter(entries, what)).totalSize() - empty) / entries;
    }

    private static MemoryPinStore storeAfter(int entries, ObjIntConsumer<Desk> what) {
        SteppingClock clock = new SteppingClock();
        MemoryPinStore store = MemoryPinStore.withCapacity(2_000_000, clock);
        what.accept(new Desk(store, Keys.ring(), clock), entries);
        return store;
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

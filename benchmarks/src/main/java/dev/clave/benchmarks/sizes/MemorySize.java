package dev.clave.benchmarks.sizes;

import dev.clave.MemoryPinStore;
import dev.clave.benchmarks.logins.Desk;
import dev.clave.benchmarks.logins.SteppingClock;
import dev.clave.benchmarks.stores.Keys;
import java.lang.management.ManagementFactory;
import org.openjdk.jol.info.GraphLayout;

/** What a waiting login takes in the store in memory. */
final class MemorySize {
    private static final int COLLECTIONS = 3;

    static {
        // JOL asks for it where there are records.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    private MemorySize() {}

    /** By the heap that is used before and after so many have begun, when the store alone is left. */
    static double heap(int logins) {
        storeWith(1_000);
        long before = usedHeap();
        MemoryPinStore store = storeWith(logins);
        long after = usedHeap();
        if (store.size() != logins) {
            throw new IllegalStateException("there are " + store.size() + " entries, not " + logins);
        }
        return (double) (after - before) / logins;
    }

    /** By the layout of all that the store refers to. */
    static double layout(int logins) {
        long empty = GraphLayout.parseInstance(storeWith(0)).totalSize();
        return (double) (GraphLayout.parseInstance(storeWith(logins)).totalSize() - empty) / logins;
    }

    private static MemoryPinStore storeWith(int logins) {
        SteppingClock clock = new SteppingClock();
        MemoryPinStore store = MemoryPinStore.withCapacity(2_000_000, clock);
        new Desk(store, Keys.ring(), clock).leaveWaiting(logins);
        return store;
    }

    private static long usedHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

package dev.clave.benchmarks.soak;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** What is left of the heap after a collection, minute by minute. */
final class Heap {
    private final List<Long> used = new ArrayList<>();

    /** Collects, and looks. */
    long look() {
        System.gc();
        long bytes = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        used.add(bytes);
        return bytes;
    }

    double mean() {
        return used.stream().mapToLong(bytes -> bytes).average().orElseThrow();
    }

    /** The slope of the line of least squares, in bytes from one look to the next. */
    double slope() {
        double middle = (used.size() - 1) / 2.0;
        double mean = mean();
        double product = 0;
        double square = 0;
        for (int i = 0; i < used.size(); i++) {
            product += (i - middle) * (used.get(i) - mean);
            square += (i - middle) * (i - middle);
        }
        return product / square;
    }
}

package dev.clave.benchmarks.soak;

import java.util.function.Supplier;

/** How long the three steps of logins took, whatever came of them. */
record Steps(Latencies identify, Latencies obtain, Latencies verify) {
    Steps() {
        this(new Latencies(), new Latencies(), new Latencies());
    }

    void add(Steps other) {
        identify.add(other.identify);
        obtain.add(other.obtain);
        verify.add(other.verify);
    }

    static <T> T timed(Latencies step, Supplier<T> call) {
        long start = System.nanoTime();
        T outcome = call.get();
        step.add(System.nanoTime() - start);
        return outcome;
    }
}

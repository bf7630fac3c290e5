package dev.clave.benchmarks.logins;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves on by the 32nd of a millisecond for each step, however long that takes in truth. */
public final class SteppingClock implements InstantSource {
    private static final int STEPS_IN_A_MILLISECOND = 32;

    private final long start;
    private final AtomicLong steps = new AtomicLong();

    /** A clock that begins now: what a store outside of this process keeps by its own clock is kept by this one, too. */
    public SteppingClock() {
        this.start = System.currentTimeMillis();
    }

    void step(int count) {
        steps.addAndGet(count);
    }

    /** How long it has run, in milliseconds. */
    long running() {
        return steps.get() / STEPS_IN_A_MILLISECOND;
    }

    @Override
    public long millis() {
        return start + running();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }
}

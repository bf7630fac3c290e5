package dev.clave.benchmarks;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves on by half a millisecond for each login, however long that takes in truth. */
final class SteppingClock implements InstantSource {
    private static final long START = Instant.parse("2026-05-04T08:00:00Z").toEpochMilli();
    private static final int STEPS = 2;

    private final AtomicLong steps = new AtomicLong();

    void step() {
        steps.incrementAndGet();
    }

    /** How long it has run, in milliseconds. */
    long running() {
        return steps.get() / STEPS;
    }

    @Override
    public long millis() {
        return START + running();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }
}

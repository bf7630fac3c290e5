package dev.clave.benchmarks.soak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** A clock by which a minute is an hour. Until it is started it is moved by hand. */
final class FastClock implements InstantSource {
    /** How much faster it is than others. */
    static final int SPEED = 60;

    private static final long START = Instant.parse("2026-05-04T08:00:00Z").toEpochMilli();

    private long moved;
    private long startedAt;
    private boolean running;

    /** Moves on, before the start. */
    void advance(Duration time) {
        moved += time.toNanos();
    }

    /** Runs from now on. */
    void start() {
        startedAt = System.nanoTime();
        running = true;
    }

    @Override
    public long millis() {
        long ran = running ? (System.nanoTime() - startedAt) * SPEED : 0;
        return START + TimeUnit.NANOSECONDS.toMillis(moved + ran);
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }
}

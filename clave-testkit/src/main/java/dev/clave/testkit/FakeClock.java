package dev.clave.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/** A clock that is moved by hand. It stands still until then. */
public final class FakeClock implements InstantSource {
    /** Where a clock starts when nothing else is said: a Monday morning, 2026-05-04T08:00:00Z. */
    public static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private Instant now;

    /** A clock that shows {@link #START}. */
    public FakeClock() {
        this(START);
    }

    /**
     * A clock that shows another time.
     *
     * @param start what it shows until it is moved
     */
    public FakeClock(Instant start) {
        now = Objects.requireNonNull(start, "start");
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /**
     * Moves the clock on.
     *
     * @param time how far; zero or more
     * @return this clock
     * @throws IllegalArgumentException if the time is negative: to set a clock back, use {@link #set}, so that one sees it
     */
    public synchronized FakeClock advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("advance goes forwards; to set a clock back, use set");
        }
        now = now.plus(time);
        return this;
    }

    /**
     * Sets the clock, forwards or back.
     *
     * @param time what it shows from now on
     * @return this clock
     */
    public synchronized FakeClock set(Instant time) {
        now = Objects.requireNonNull(time, "time");
        return this;
    }

    @Override
    public synchronized String toString() {
        return "FakeClock[" + now + "]";
    }
}

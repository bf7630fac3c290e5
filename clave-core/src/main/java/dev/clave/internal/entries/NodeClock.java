package dev.clave.internal.entries;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Wall time that is never set back: the later of it and of the last answer plus the time since, by a clock that only runs. A PIN that was dead
 * stays dead, and a start with a wrong time heals.
 */
public final class NodeClock implements InstantSource {
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final AtomicReference<Answer> last;

    private record Answer(long millis, long nanos) {}

    /** The clock of this machine. */
    public NodeClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    NodeClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.last = new AtomicReference<>(new Answer(wall.millis(), nanos.getAsLong()));
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    /** Within one millisecond nothing is written, so that threads do not get in each other's way. */
    @Override
    public long millis() {
        Answer before = Objects.requireNonNull(last.get());
        return after(before).millis == before.millis ? before.millis : last.updateAndGet(this::after).millis;
    }

    /** The wall first: a process that stands still between the two is late once, and not ahead for ever. */
    private Answer after(Answer before) {
        long now = wall.millis();
        long ticks = nanos.getAsLong();
        long running = before.millis + TimeUnit.NANOSECONDS.toMillis(ticks - before.nanos);
        return now >= running
                ? new Answer(now, ticks)
                : new Answer(running, before.nanos + whole(ticks - before.nanos));
    }

    /** Whole milliseconds only, so that what is left over counts the next time. */
    private static long whole(long nanos) {
        return TimeUnit.MILLISECONDS.toNanos(TimeUnit.NANOSECONDS.toMillis(nanos));
    }
}

package dev.clave.example.console;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes by another one and can be put forward, to see a PIN expire without waiting. */
final class DemoClock implements InstantSource {
    private final InstantSource base;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    DemoClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    void putForward(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    /** How long it is until then, at least zero. */
    Duration until(Instant then) {
        Duration left = Duration.between(instant(), then);
        return left.isNegative() ? Duration.ZERO : left;
    }
}

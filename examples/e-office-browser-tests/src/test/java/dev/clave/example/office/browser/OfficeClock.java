package dev.clave.example.office.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The office's clock: it goes, and can be put forward, for a test that would have to wait. */
final class OfficeClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return InstantSource.system().instant().plus(ahead.get());
    }

    void forward(Duration time) {
        ahead.updateAndGet(time::plus);
    }
}

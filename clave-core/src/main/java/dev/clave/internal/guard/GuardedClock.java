package dev.clave.internal.guard;

import dev.clave.Socket;
import java.time.Instant;
import java.time.InstantSource;

/** The host's clock; whatever goes wrong with it is named so. */
public record GuardedClock(InstantSource clock) implements InstantSource {

    @Override
    public Instant instant() {
        return Host.call(Socket.CLOCK, clock::instant);
    }

    @Override
    public long millis() {
        return Host.call(Socket.CLOCK, clock::millis);
    }
}

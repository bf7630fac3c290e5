package dev.clave.faults;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What is on people's phones: of each login the PIN that came last. */
final class Phones {
    /** A PIN as the person reads it. */
    record Pin(int generation, String text, long expiresAt) {
        @Override
        public String toString() {
            return "Pin[generation=" + generation + "]";
        }
    }

    private final Map<String, Pin> pins = new ConcurrentHashMap<>();
    private final AtomicLong arrived = new AtomicLong();

    void arrive(String login, Pin pin) {
        arrived.incrementAndGet();
        pins.merge(login, pin, (old, late) -> late.generation() > old.generation() ? late : old);
    }

    /** How many PINs have come to anybody. */
    long arrived() {
        return arrived.get();
    }

    Optional<Pin> pinOf(String login) {
        return Optional.ofNullable(pins.get(login));
    }

    void forget(String login) {
        pins.remove(login);
    }
}

package dev.clave.attack;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A source of randomness that fails when it is told to. */
final class BreakableRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient AtomicInteger callsToFailure = new AtomicInteger(Integer.MAX_VALUE);

    void failOnCall(int n) {
        callsToFailure.set(n);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        if (callsToFailure != null && callsToFailure.decrementAndGet() == 0) {
            throw new IllegalStateException("no entropy");
        }
        super.nextBytes(bytes);
    }
}

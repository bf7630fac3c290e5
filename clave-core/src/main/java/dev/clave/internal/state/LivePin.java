package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import org.jspecify.annotations.Nullable;

/**
 * The PIN that a login waits for, of which only the proof is known.
 *
 * @param proof what the right PIN proves to
 * @param keyId the key of the proof
 * @param generation the how-manieth PIN of the login
 * @param code the code that stands beside it
 * @param route how it went last
 * @param madeAt when it was made, in milliseconds
 * @param sealed what the app opens; null when no app can
 */
public record LivePin(
        Proof proof,
        String keyId,
        int generation,
        Code code,
        Route route,
        long madeAt,
        @Nullable SealedPin sealed) {

    /** Makes the PIN of a generation, in the place of the one before, whose code stays. */
    @FunctionalInterface
    public interface Minter {
        /** A new PIN. */
        LivePin mint(int generation, @Nullable LivePin before, long now);
    }

    /** Proves a PIN once more, as one that goes another way. */
    @FunctionalInterface
    public interface Rerouter {
        /** The same PIN. */
        LivePin reroute(LivePin refused);
    }

    /** Proves what was typed, as if it were this PIN. */
    @FunctionalInterface
    public interface Prover {
        /** The proof. */
        Proof prove(LivePin pin);
    }

    /** From then on it is dead. */
    public long expiresAt(PinPolicy policy) {
        return madeAt + policy.pinLife().toMillis();
    }

    /** A PIN that went to an app is dead as soon as no app can open it. */
    boolean aliveAt(long now, PinPolicy policy) {
        return now < expiresAt(policy) && (route != Route.APP || sealed != null);
    }

    boolean isProvenBy(Prover typed) {
        return proof.matches(typed.prove(this));
    }

    boolean isSealedFor(DeviceId device) {
        return sealed != null && sealed.isFor(device);
    }

    /** The same PIN, dead, however it went: whoever has the device that could open it may have seen it. */
    LivePin withdrawn() {
        return new LivePin(proof, keyId, generation, code, Route.APP, madeAt, null);
    }

    /** The same PIN, which an app can open. */
    public LivePin sealed(SealedPin copy) {
        return new LivePin(proof, keyId, generation, code, route, madeAt, copy);
    }
}

package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.spi.Route;
import org.jspecify.annotations.Nullable;

/**
 * The PIN that a login waits for, of which only the proof is known.
 *
 * @param proof what the right PIN proves to
 * @param keyId the key of the proof
 * @param generation the how-manieth PIN of the login
 * @param code the code that stands beside it
 * @param route how it went
 * @param madeAt when it was made, in milliseconds
 */
public record LivePin(Proof proof, String keyId, int generation, Code code, Route route, long madeAt) {

    /** Makes the PIN of a generation, with the code that earlier ones had, if there were any. */
    @FunctionalInterface
    public interface Minter {
        /** A new PIN. */
        LivePin mint(int generation, @Nullable Code fixed, long now);
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

    boolean aliveAt(long now, PinPolicy policy) {
        return now < expiresAt(policy);
    }

    boolean isProvenBy(Prover typed) {
        return proof.matches(typed.prove(this));
    }
}

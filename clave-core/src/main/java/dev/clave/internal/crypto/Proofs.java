package dev.clave.internal.crypto;

import dev.clave.ClaveUnavailableException;
import dev.clave.Purpose;
import dev.clave.Socket;
import dev.clave.internal.state.Proof;

/** Proves PINs, so that an entry recognises its own without holding it. */
public final class Proofs {
    private static final int FORMAT = 1;
    private static final int ROOM = 224;
    private static final byte[] NO_DIGEST = {};

    private final KeyVault vault;
    private final byte[] opening;

    /** Of one tenant. */
    public Proofs(KeyVault vault, String tenant) {
        this.vault = vault;
        this.opening = Frame.opening("proof", FORMAT, tenant);
    }

    /** The name of the key by which new PINs are proven. */
    public String currentKeyId() {
        return vault.currentId();
    }

    /**
     * The proof of a PIN under the key that the entry names.
     *
     * @throws ClaveUnavailableException if the ring has no key of that name
     */
    public Proof prove(String keyId, ProofInput in) {
        LoginKeys keys = vault.find(keyId)
                .orElseThrow(() -> new ClaveUnavailableException(Socket.KEYS, "the key ring has no key " + keyId));
        try (Frame frame = Frame.after(opening, ROOM)) {
            frame.words(in.entry().high(), in.entry().low());
            in.secret().addedTo(frame);
            frame.number(in.generation());
            frame.number(PurposeCode.of(in.purpose())).bytes(digestOf(in.purpose()));
            frame.text(in.route().name()).text(in.destination());
            frame.text(in.code()).secret(in.pin());
            return Proof.of(keys.proof().of(frame));
        }
    }

    private static byte[] digestOf(Purpose purpose) {
        if (purpose instanceof Purpose.Signature signature) {
            return signature.digest().bytes();
        }
        return purpose instanceof Purpose.Activation activation
                ? activation.keys().bytes()
                : NO_DIGEST;
    }
}

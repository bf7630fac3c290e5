package dev.clave.internal.crypto;

import dev.clave.Purpose;

/** What stands for a purpose in handles and proofs. A number never changes its meaning. */
final class PurposeCode {
    static final byte IDENTIFICATION = 1;
    static final byte SIGNATURE = 2;
    static final byte ACTIVATION = 3;

    private PurposeCode() {}

    static byte of(Purpose purpose) {
        if (purpose instanceof Purpose.Signature) {
            return SIGNATURE;
        }
        return purpose instanceof Purpose.Activation ? ACTIVATION : IDENTIFICATION;
    }
}

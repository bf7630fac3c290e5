package dev.clave.internal.crypto;

import dev.clave.Purpose;

/** What stands for a purpose in handles and proofs. A number never changes its meaning. */
final class PurposeCode {
    static final byte IDENTIFICATION = 1;
    static final byte SIGNATURE = 2;

    private PurposeCode() {}

    static byte of(Purpose purpose) {
        if (purpose instanceof Purpose.Signature) {
            return SIGNATURE;
        }
        return IDENTIFICATION;
    }
}

package dev.clave.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.HexFormat;

/** The signatures of devices: ECDSA over P-256 with SHA-256, the two numbers one after the other, 32 bytes each (IEEE P1363). */
public final class DeviceSignatures {
    /** How many bytes a signature has. */
    public static final int BYTES = 64;

    /** A key to which nobody has the other half: the point that the generator of P-256 is. */
    private static final PublicKey NOBODYS = P256.publicKey(P256.generator());

    /** In the place of what is no signature, so that it takes the same work: two numbers that are within bounds, and sign nothing. */
    private static final byte[] NONE = HexFormat.of().parseHex("01".repeat(BYTES));

    private DeviceSignatures() {}

    /** The key to verify by where there is none, so that it takes the same work. It verifies what anybody can sign: look at no result. */
    public static PublicKey nobodys() {
        return NOBODYS;
    }

    /** Two numbers, neither of them zero, which some versions of the platform take for the signature of anything. */
    static boolean hasForm(byte[] signature) {
        int r = 0;
        int s = 0;
        for (int i = 0; i < signature.length; i++) {
            r |= i < BYTES / 2 ? signature[i] : 0;
            s |= i < BYTES / 2 ? 0 : signature[i];
        }
        return signature.length == BYTES && r != 0 && s != 0;
    }

    /** Whether the holder of a key has signed a message. */
    public static boolean verify(PublicKey key, byte[] message, String signature) {
        byte[] numbers =
                Base64Url.decode(signature).filter(DeviceSignatures::hasForm).orElse(NONE);
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(numbers);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has ECDSA over P-256", e);
        }
    }
}

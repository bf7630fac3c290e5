package dev.clave.internal.crypto;

import dev.clave.spi.DeviceKeys;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Seals a PIN to a device's own key, so that neither this server nor a thief of all that it keeps can open it: HPKE (RFC 9180) in base
 * mode with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM, all of which the Web Cryptography API has. For many threads.
 */
public final class PinSealer {
    /** How many random bytes a sealing takes. */
    public static final int SEED_BYTES = 32;

    private static final byte[] INFO = "clave/1/pin".getBytes(StandardCharsets.US_ASCII);

    private PinSealer() {}

    /**
     * Seals.
     *
     * @param keys of the device; its sealing key lies on the curve
     * @param shown what the app shows beside the PIN, authenticated with it
     * @param plain what only the device may read
     * @param seed 32 random bytes, never used before
     * @return the encapsulated key (65 bytes) followed by the ciphertext
     */
    public static byte[] seal(DeviceKeys keys, byte[] shown, byte[] plain, byte[] seed) {
        return seal(keys.sealing(), INFO, shown, plain, seed);
    }

    static byte[] seal(byte[] key, byte[] info, byte[] authenticated, byte[] plain, byte[] seed) {
        HPKE suite = new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);
        HPKEContextWithEncapsulation context =
                suite.setupBaseS(suite.deserializePublicKey(key), info, suite.deriveKeyPair(seed));
        try {
            return joined(context.getEncapsulation(), context.seal(authenticated, plain));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("a PIN cannot be sealed", e);
        }
    }

    private static byte[] joined(byte[] encapsulation, byte[] ciphertext) {
        byte[] both = new byte[encapsulation.length + ciphertext.length];
        System.arraycopy(encapsulation, 0, both, 0, encapsulation.length);
        System.arraycopy(ciphertext, 0, both, encapsulation.length, ciphertext.length);
        return both;
    }
}

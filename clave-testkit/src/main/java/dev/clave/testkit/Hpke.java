package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.clave.spi.DeviceKeys;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hybrid public key encryption (RFC 9180) in base mode, with DHKEM(P-256, HKDF-SHA256), HKDF-SHA256 and AES-128-GCM: as
 * much of it as opens one message, by the means of the Java platform alone. The names are those of the RFC.
 */
final class Hpke {
    private static final byte[] KEM_SUITE = {'K', 'E', 'M', 0x00, 0x10};
    private static final byte[] SUITE = {'H', 'P', 'K', 'E', 0x00, 0x10, 0x00, 0x01, 0x00, 0x01};
    private static final byte[] BASE_MODE = {0};
    private static final byte[] NOTHING = {};
    private static final int HASH = 32;
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private Hpke() {}

    /**
     * Opens what was sealed to a key.
     *
     * @param sealed the encapsulated key, 65 bytes, and then the ciphertext
     * @throws GeneralSecurityException if it was not sealed to that key, or something was changed
     */
    static byte[] open(KeyPair recipient, byte[] info, byte[] associated, byte[] sealed)
            throws GeneralSecurityException {
        if (sealed.length < DeviceKeys.BYTES + TAG) {
            throw new GeneralSecurityException("too short to be sealed");
        }
        byte[] encapsulated = Arrays.copyOf(sealed, DeviceKeys.BYTES);
        byte[] agreed = P256.agree(recipient.getPrivate(), P256.decode(encapsulated));
        byte[] kemContext = join(encapsulated, P256.encode(recipient.getPublic()));
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, sharedSecret(agreed, kemContext), info);
        cipher.updateAAD(associated);
        return cipher.doFinal(sealed, DeviceKeys.BYTES, sealed.length - DeviceKeys.BYTES);
    }

    /** ExtractAndExpand of section 4.1. */
    static byte[] sharedSecret(byte[] agreed, byte[] kemContext) throws GeneralSecurityException {
        byte[] prk = extract(KEM_SUITE, NOTHING, "eae_prk", agreed);
        return expand(KEM_SUITE, prk, "shared_secret", kemContext, HASH);
    }

    /** KeySchedule of section 5.1, and the cipher for the first message: its nonce is the base nonce. */
    static Cipher cipher(int mode, byte[] sharedSecret, byte[] info) throws GeneralSecurityException {
        byte[] context = join(
                BASE_MODE, extract(SUITE, NOTHING, "psk_id_hash", NOTHING), extract(SUITE, NOTHING, "info_hash", info));
        byte[] secret = extract(SUITE, sharedSecret, "secret", NOTHING);
        SecretKeySpec key = new SecretKeySpec(expand(SUITE, secret, "key", context, KEY), "AES");
        byte[] nonce = expand(SUITE, secret, "base_nonce", context, NONCE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        return cipher;
    }

    private static byte[] extract(byte[] suite, byte[] salt, String label, byte[] ikm) throws GeneralSecurityException {
        return hmac(salt.length == 0 ? new byte[HASH] : salt, join(labelled(suite, label), ikm));
    }

    /** No more than one block of HKDF-Expand is ever needed. */
    private static byte[] expand(byte[] suite, byte[] prk, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] twoBytes = {0, (byte) length};
        byte[] block = hmac(prk, join(twoBytes, labelled(suite, label), info, new byte[] {1}));
        return Arrays.copyOf(block, length);
    }

    private static byte[] labelled(byte[] suite, String label) {
        return join("HPKE-v1".getBytes(US_ASCII), suite, label.getBytes(US_ASCII));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}

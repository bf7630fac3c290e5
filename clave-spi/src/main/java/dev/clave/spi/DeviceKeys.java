package dev.clave.spi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The two public keys of a device: one that PINs are sealed to, one that its requests are verified by. Both are points of the
 * curve P-256 (NIST FIPS 186-5), in the uncompressed form of SEC 1, section 2.3.3: the byte 4, then 32 bytes of x, then 32 of y.
 * They are two because a key of the Web Cryptography API cannot do both.
 *
 * <p>Here only the form is checked. That they lie on the curve is checked by clave before a device is activated, and again at each
 * use.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class DeviceKeys {
    /** How many bytes a key has. */
    public static final int BYTES = 65;

    private static final byte UNCOMPRESSED = 4;

    private final byte[] sealing;
    private final byte[] signing;

    private DeviceKeys(byte[] sealing, byte[] signing) {
        this.sealing = sealing;
        this.signing = signing;
    }

    /**
     * The keys of a device, which are copied.
     *
     * @param sealing what PINs are sealed to: 65 bytes, the first of them 4
     * @param signing what requests are verified by: 65 other bytes, the first of them 4
     * @return the keys
     * @throws IllegalArgumentException if they have another form, or are the same key
     */
    public static DeviceKeys of(byte[] sealing, byte[] signing) {
        check("sealing", sealing);
        check("signing", signing);
        if (Arrays.equals(sealing, signing)) {
            throw new IllegalArgumentException("a device has two keys, not one for both uses");
        }
        return new DeviceKeys(sealing.clone(), signing.clone());
    }

    private static void check(String use, byte[] key) {
        if (!hasForm(key)) {
            throw new IllegalArgumentException(
                    "the " + use + " key is not the byte 4 and " + (BYTES - 1) + " more: an uncompressed point");
        }
    }

    /**
     * Whether bytes have the form of an uncompressed point of P-256. It says nothing of whether they are one.
     *
     * @param key the bytes
     * @return whether there are 65, of which the first is 4
     */
    public static boolean hasForm(byte[] key) {
        return key.length == BYTES && key[0] == UNCOMPRESSED;
    }

    /**
     * What PINs are sealed to.
     *
     * @return a copy of the 65 bytes
     */
    public byte[] sealing() {
        return sealing.clone();
    }

    /**
     * What requests are verified by.
     *
     * @return a copy of the 65 bytes
     */
    public byte[] signing() {
        return signing.clone();
    }

    /**
     * The SHA-256 of the sealing key followed by the signing key: what a PIN for an activation is bound to, and the fingerprint by
     * which two people can compare keys.
     *
     * @return 32 bytes
     */
    public byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(sealing);
            return digest.digest(signing);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeviceKeys that
                && Arrays.equals(that.sealing, sealing)
                && Arrays.equals(that.signing, signing);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(sealing) + Arrays.hashCode(signing);
    }

    /** The digest, in hexadecimal digits. */
    @Override
    public String toString() {
        return "DeviceKeys[" + HexFormat.of().formatHex(digest()) + "]";
    }
}

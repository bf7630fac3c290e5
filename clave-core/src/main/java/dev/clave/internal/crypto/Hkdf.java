package dev.clave.internal.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * HKDF with SHA-256 (RFC 5869), which the platform lacks. Bouncy Castle is called as itself: no provider is
 * registered.
 */
final class Hkdf {
    private Hkdf() {}

    /** Bytes for one use of some key material. An empty salt is no salt. */
    static byte[] derive(byte[] material, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(material, salt, info));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }
}

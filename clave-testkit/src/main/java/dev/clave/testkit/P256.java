package dev.clave.testkit;

import dev.clave.spi.DeviceKeys;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** The curve P-256, by the means of the Java platform alone. */
final class P256 {
    private static final ECGenParameterSpec CURVE = new ECGenParameterSpec("secp256r1");
    private static final int COORDINATE = 32;

    private P256() {}

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(CURVE);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no P-256", e);
        }
    }

    static ECParameterSpec parameters() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(CURVE);
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    /** The uncompressed form: the byte 4, then x, then y. */
    static byte[] encode(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] encoded = new byte[DeviceKeys.BYTES];
        encoded[0] = 4;
        put(point.getAffineX(), encoded, 1);
        put(point.getAffineY(), encoded, 1 + COORDINATE);
        return encoded;
    }

    /** A number may come with a zero in front, or with fewer bytes. */
    private static void put(BigInteger number, byte[] target, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, target, at + COORDINATE - length, length);
    }

    static PublicKey decode(byte[] encoded) throws GeneralSecurityException {
        if (!DeviceKeys.hasForm(encoded)) {
            throw new GeneralSecurityException("no uncompressed point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(encoded, 1, 1 + COORDINATE));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(encoded, 1 + COORDINATE, DeviceKeys.BYTES));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), parameters()));
    }

    /** The x of the common point. */
    static byte[] agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /** ECDSA with SHA-256: 64 bytes, r and then s. */
    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform does not sign with P-256", e);
        }
    }
}

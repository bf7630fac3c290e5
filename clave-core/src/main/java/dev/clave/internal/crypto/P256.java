package dev.clave.internal.crypto;

import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.spi.DeviceKeys;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.jspecify.annotations.Nullable;

/**
 * Points of the curve P-256, in the uncompressed form of SEC 1. The group has prime order and no cofactor, so that a point on the curve
 * that is not at infinity is a sound public key; infinity has no uncompressed form.
 */
public final class P256 {
    private static final String NAME = "secp256r1";
    private static final int HALF = (DeviceKeys.BYTES - 1) / 2;
    private static final int CHARACTERS = Base64Url.lengthOf(DeviceKeys.BYTES);
    private static final ECCurve CURVE = CustomNamedCurves.getByName(NAME).getCurve();
    private static final ECParameterSpec PARAMETERS = parameters();

    private P256() {}

    /** Reads a key as an app hands it over, in URL-safe Base64 without padding. */
    public static Parsed<byte[]> parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        if (text.length() != CHARACTERS) {
            return new Parsed.Invalid<>(Problem.WRONG_LENGTH);
        }
        Optional<byte[]> point = Base64Url.decode(text).filter(DeviceKeys::hasForm);
        if (point.isEmpty()) {
            return new Parsed.Invalid<>(Problem.MALFORMED);
        }
        return isOnCurve(point.get()) ? new Parsed.Valid<>(point.get()) : new Parsed.Invalid<>(Problem.NOT_ON_CURVE);
    }

    /** Whether bytes are a point of the curve: coordinates within the field, and the equation holds. */
    public static boolean isOnCurve(byte[] point) {
        if (!DeviceKeys.hasForm(point)) {
            return false;
        }
        try {
            return CURVE.decodePoint(point).isValid();
        } catch (IllegalArgumentException noPoint) {
            return false;
        }
    }

    /** A key of the platform from a point that lies on the curve. */
    static PublicKey publicKey(byte[] point) {
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + HALF));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + HALF, DeviceKeys.BYTES));
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), PARAMETERS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a point of P-256 is a public key", e);
        }
    }

    /** The point that generates the group. */
    static byte[] generator() {
        return CustomNamedCurves.getByName(NAME).getG().getEncoded(false);
    }

    private static ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(NAME));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}

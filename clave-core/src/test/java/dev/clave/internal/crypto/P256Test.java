package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.identity.Problem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class P256Test {
    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final byte[] GOOD = P256.generator();

    private static Problem problemOf(byte[] point) {
        return P256.parse(Base64Url.encode(point)).problem().orElseThrow();
    }

    private static byte[] point(BigInteger x, BigInteger y) {
        return HexFormat.of().parseHex("04" + hex(x) + hex(y));
    }

    private static String hex(BigInteger number) {
        String digits = number.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    @Test
    void a_point_is_a_key() {
        assertThat(P256.parse(Base64Url.encode(GOOD)).accepted()).contains(GOOD);
    }

    @Test
    void keys_of_the_platform_are_points_and_come_back() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        for (int i = 0; i < 20; i++) {
            ECPublicKey key = (ECPublicKey) generator.generateKeyPair().getPublic();
            byte[] point = point(key.getW().getAffineX(), key.getW().getAffineY());
            assertThat(P256.isOnCurve(point)).isTrue();
            assertThat(P256.publicKey(point)).isEqualTo(key);
        }
    }

    @Test
    @DisplayName("no bit of a point can be changed")
    void off_the_curve() {
        for (int bit = 8; bit < 8 * GOOD.length; bit++) {
            byte[] off = GOOD.clone();
            off[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(problemOf(off)).isEqualTo(Problem.NOT_ON_CURVE);
        }
        assertThat(problemOf(point(BigInteger.ZERO, BigInteger.ZERO))).isEqualTo(Problem.NOT_ON_CURVE);
    }

    @Test
    @DisplayName("a coordinate beyond the field is no second name of a point")
    void beyond_the_field() {
        BigInteger b = new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
        BigInteger root = b.modPow(PRIME.add(BigInteger.ONE).shiftRight(2), PRIME);
        assertThat(P256.isOnCurve(point(BigInteger.ZERO, root))).isTrue();
        assertThat(P256.isOnCurve(point(PRIME, root))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256k1", "secp384r1", "curve25519"})
    @DisplayName("a point of another curve is none")
    void foreign(String curve) {
        byte[] foreign = CustomNamedCurves.getByName(curve).getG().getEncoded(false);
        assertThat(problemOf(foreign)).isIn(Problem.NOT_ON_CURVE, Problem.WRONG_LENGTH);
        assertThat(P256.isOnCurve(foreign)).isFalse();
    }

    @Test
    @DisplayName("infinity, a compressed, a short and a long point are none")
    void other_forms() {
        assertThat(problemOf(new byte[1])).isEqualTo(Problem.WRONG_LENGTH);
        assertThat(problemOf(CustomNamedCurves.getByName("secp256r1").getG().getEncoded(true)))
                .isEqualTo(Problem.WRONG_LENGTH);
        assertThat(problemOf(Arrays.copyOf(GOOD, 64))).isEqualTo(Problem.WRONG_LENGTH);
        assertThat(problemOf(Arrays.copyOf(GOOD, 66))).isEqualTo(Problem.WRONG_LENGTH);
        for (int first : new int[] {0, 2, 3, 5, 6, 7, 0xff}) {
            byte[] other = GOOD.clone();
            other[0] = (byte) first;
            assertThat(problemOf(other)).isEqualTo(Problem.MALFORMED);
            assertThat(P256.isOnCurve(other)).isFalse();
        }
    }

    @Test
    void what_is_no_text_of_a_point_is_none() {
        String good = Base64Url.encode(GOOD);
        assertThat(P256.parse(null).problem()).contains(Problem.EMPTY);
        assertThat(P256.parse("").problem()).contains(Problem.EMPTY);
        assertThat(P256.parse(good + "=").problem()).contains(Problem.WRONG_LENGTH);
        assertThat(P256.parse(good.repeat(100_000)).problem()).contains(Problem.WRONG_LENGTH);
        assertThat(P256.parse("+" + good.substring(1)).problem()).contains(Problem.MALFORMED);
        assertThat(P256.parse("é" + good.substring(1)).problem()).contains(Problem.MALFORMED);
        assertThat(P256.parse(good.substring(0, good.length() - 1) + "V").problem())
                .contains(Problem.MALFORMED);
    }
}

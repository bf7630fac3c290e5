package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.DeviceKeys;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PinSealerTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final HPKE SUITE =
            new HPKE(HPKE.mode_base, HPKE.kem_P256_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM128);

    private static final byte[] SHOWN = "what is shown".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PIN = "{\"pin\":\"K7Q2ZD\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFO = "clave/1/pin".getBytes(StandardCharsets.US_ASCII);

    private final AsymmetricCipherKeyPair device = SUITE.deriveKeyPair(new byte[32]);
    private final DeviceKeys keys = DeviceKeys.of(SUITE.serializePublicKey(device.getPublic()), P256.generator());

    @Test
    @DisplayName("gives the first ciphertext of RFC 9180, appendix A.3.1")
    void vector() {
        byte[] sealed = PinSealer.seal(
                HEX.parseHex("04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a82"
                        + "6a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0"),
                HEX.parseHex("4f6465206f6e2061204772656369616e2055726e"),
                HEX.parseHex("436f756e742d30"),
                HEX.parseHex("4265617574792069732074727574682c20747275746820626561757479"),
                HEX.parseHex("4270e54ffd08d79d5928020af4686d8f6b7d35dbe470265f1f5aa22816ce860e"));

        assertThat(HEX.formatHex(sealed))
                .isEqualTo("04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac9"
                        + "8536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4"
                        + "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434");
    }

    @Test
    @DisplayName("what was sealed opens for the device, with what was shown, and not otherwise")
    void opens() throws InvalidCipherTextException {
        byte[] sealed = PinSealer.seal(keys, SHOWN, PIN, seed(1));
        assertThat(open(sealed, device, SHOWN)).isEqualTo(PIN);

        byte[] altered = SHOWN.clone();
        altered[0] ^= 1;
        assertThatThrownBy(() -> open(sealed, device, altered)).isInstanceOf(InvalidCipherTextException.class);
        AsymmetricCipherKeyPair other = SUITE.deriveKeyPair(seed(9));
        assertThatThrownBy(() -> open(sealed, other, SHOWN)).isInstanceOf(InvalidCipherTextException.class);
        for (int bit = 8 * DeviceKeys.BYTES; bit < 8 * sealed.length; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThatThrownBy(() -> open(flipped, device, SHOWN)).isInstanceOf(InvalidCipherTextException.class);
        }
    }

    @Test
    @DisplayName("another seed makes another ciphertext, all of it")
    void seeds() {
        byte[] one = PinSealer.seal(keys, SHOWN, PIN, seed(1));
        byte[] other = PinSealer.seal(keys, SHOWN, PIN, seed(2));
        assertThat(Arrays.copyOf(one, DeviceKeys.BYTES)).isNotEqualTo(Arrays.copyOf(other, DeviceKeys.BYTES));
        assertThat(Arrays.copyOfRange(one, DeviceKeys.BYTES, one.length))
                .isNotEqualTo(Arrays.copyOfRange(other, DeviceKeys.BYTES, other.length));
    }

    @Test
    @DisplayName("registers no provider")
    void noProvider() {
        PinSealer.seal(keys, SHOWN, PIN, seed(1));
        assertThat(Security.getProvider("BC")).isNull();
    }

    private static byte[] open(byte[] sealed, AsymmetricCipherKeyPair with, byte[] shown)
            throws InvalidCipherTextException {
        return SUITE.setupBaseR(Arrays.copyOf(sealed, DeviceKeys.BYTES), with, INFO)
                .open(shown, Arrays.copyOfRange(sealed, DeviceKeys.BYTES, sealed.length));
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[PinSealer.SEED_BYTES];
        seed[0] = (byte) number;
        return seed;
    }
}

package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceKeysTest {
    private static final byte[] SEALING = key(1);
    private static final byte[] SIGNING = key(2);

    private final DeviceKeys keys = DeviceKeys.of(SEALING, SIGNING);

    static byte[] key(long seed) {
        byte[] key = HostKeyTest.random(DeviceKeys.BYTES, seed);
        key[0] = 4;
        return key;
    }

    static Stream<byte[]> otherForms() {
        byte[] compressed = Arrays.copyOf(key(3), 33);
        compressed[0] = 2;
        byte[] hybrid = key(4);
        hybrid[0] = 6;
        return Stream.of(
                new byte[0], new byte[] {0}, compressed, hybrid, Arrays.copyOf(key(5), 64), Arrays.copyOf(key(5), 66));
    }

    @Test
    @DisplayName("a device has two keys, each in its place")
    void two() {
        assertThat(keys.sealing()).isEqualTo(SEALING);
        assertThat(keys.signing()).isEqualTo(SIGNING);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("otherForms")
    @DisplayName("a compressed point, a hybrid one or another length is refused, in either place")
    void otherForms(byte[] key) {
        assertThat(DeviceKeys.hasForm(key)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceKeys.of(key, SIGNING))
                .withMessage("the sealing key is not the byte 4 and 64 more: an uncompressed point");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceKeys.of(SEALING, key))
                .withMessage("the signing key is not the byte 4 and 64 more: an uncompressed point");
    }

    @Test
    @DisplayName("one key for both uses is refused")
    void oneForBoth() {
        assertThatIllegalArgumentException().isThrownBy(() -> DeviceKeys.of(SEALING, SEALING.clone()));
    }

    @Test
    @DisplayName("nobody can change the keys through an array that was given or got")
    void copies() {
        byte[] given = SEALING.clone();
        DeviceKeys copied = DeviceKeys.of(given, SIGNING);
        given[7] ^= 1;
        copied.sealing()[7] ^= 1;
        copied.signing()[7] ^= 1;

        assertThat(copied).isEqualTo(keys);
    }

    @Test
    @DisplayName("the digest is the SHA-256 of the sealing key and then the signing key")
    void digest() throws NoSuchAlgorithmException {
        byte[] both = Arrays.copyOf(SEALING, 2 * DeviceKeys.BYTES);
        System.arraycopy(SIGNING, 0, both, DeviceKeys.BYTES, DeviceKeys.BYTES);

        assertThat(keys.digest())
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(both))
                .isNotEqualTo(DeviceKeys.of(SIGNING, SEALING).digest());
        assertThat(keys).hasToString("DeviceKeys[" + HexFormat.of().formatHex(keys.digest()) + "]");
    }

    @Test
    @DisplayName("equal are two with both keys the same, in the same places")
    void equality() {
        assertThat(keys)
                .isEqualTo(DeviceKeys.of(SEALING, SIGNING))
                .hasSameHashCodeAs(DeviceKeys.of(SEALING, SIGNING))
                .isNotEqualTo(DeviceKeys.of(SIGNING, SEALING))
                .isNotEqualTo(DeviceKeys.of(SEALING, key(3)))
                .isNotEqualTo(DeviceKeys.of(key(3), SIGNING))
                .isNotEqualTo("keys");
    }
}

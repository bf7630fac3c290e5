package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.internal.state.Proof;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HmacSha256Test {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "case {0}")
    @DisplayName("gives the codes of RFC 4231")
    @CsvSource({
        "1, 0b, 20, 4869205468657265, 1, b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "2, 4a656665, 1, 7768617420646f2079612077616e7420666f72206e6f7468696e673f, 1,"
                + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "3, aa, 20, dd, 50, 773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
        "4, 0102030405060708090a0b0c0d0e0f10111213141516171819, 1, cd, 50,"
                + "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
        "6, aa, 131, 54657374205573696e67204c6172676572205468616e20426c6f636b2d53697a65204b6579202d2048617368204b6579"
                + "204669727374, 1, 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "7, aa, 131, 5468697320697320612074657374207573696e672061206c6172676572207468616e20626c6f636b2d73697a65206b6579"
                + "20616e642061206c6172676572207468616e20626c6f636b2d73697a6520646174612e20546865206b6579206e6565647320"
                + "746f20626520686173686564206265666f7265206265696e6720757365642062792074686520484d414320616c676f726974"
                + "686d2e, 1, 9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
    })
    void rfc4231(int number, String key, int keyTimes, String message, int messageTimes, String code) {
        HmacSha256 mac = HmacSha256.of(HEX.parseHex(key.repeat(keyTimes)));

        assertThat(HEX.formatHex(mac.ofBytes(HEX.parseHex(message.repeat(messageTimes)))))
                .as("case %d", number)
                .isEqualTo(code);
    }

    static List<MacVector> wycheproof() {
        return MacVector.all();
    }

    @Test
    @DisplayName("the vectors of Wycheproof are all there")
    void vectorsAreThere() {
        assertThat(MacVector.all()).hasSize(61);
        assertThat(MacVector.all().stream().filter(vector -> !vector.valid())).hasSize(24);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("K07 Wycheproof's valid tags are ours, its modified ones are not, and a truncated one is no proof")
    @MethodSource("wycheproof")
    void wycheproof(MacVector vector) {
        byte[] code = HmacSha256.of(vector.keyBytes()).ofBytes(vector.messageBytes());
        byte[] tag = vector.tagBytes();

        assertThat(Arrays.equals(Arrays.copyOf(code, tag.length), tag)).isEqualTo(vector.valid());
        if (tag.length == Proof.BYTES) {
            assertThat(Proof.of(code).matches(Proof.of(tag))).isEqualTo(vector.valid());
        } else {
            assertThatThrownBy(() -> Proof.of(tag)).isInstanceOf(IllegalArgumentException.class);
            assertThat(Proof.of(code).matches(Proof.of(Arrays.copyOf(tag, Proof.BYTES))))
                    .isFalse();
        }
    }

    @Test
    @DisplayName("K07 no tag of another length is a proof, and no beginning of a tag matches")
    void truncated() {
        byte[] code = HmacSha256.of(new byte[32]).ofBytes("message".getBytes(StandardCharsets.US_ASCII));
        for (int length = 0; length < 2 * Proof.BYTES; length++) {
            byte[] other = Arrays.copyOf(code, length);
            if (length != Proof.BYTES) {
                assertThatThrownBy(() -> Proof.of(other)).isInstanceOf(IllegalArgumentException.class);
            }
            if (length < Proof.BYTES) {
                byte[] padded = Arrays.copyOf(other, Proof.BYTES);
                assertThat(Proof.of(code).matches(Proof.of(padded))).isFalse();
            }
        }
    }

    @Test
    @DisplayName("agrees with the platform for keys and messages of any length")
    void agreesWithThePlatform() throws GeneralSecurityException {
        SplittableRandom random = new SplittableRandom(20311503);
        for (int round = 0; round < 2_000; round++) {
            byte[] key = new byte[1 + round % 150];
            byte[] message = new byte[random.nextInt(400)];
            random.nextBytes(key);
            random.nextBytes(message);

            assertThat(HmacSha256.of(key).ofBytes(message)).isEqualTo(platform(key, message));
        }
    }

    @Test
    @DisplayName("the code of a frame is the code of its bytes")
    void ofFrame() {
        HmacSha256 mac = HmacSha256.of(new byte[] {1, 2, 3});
        try (Frame frame = Frame.empty().text("one").number(2).words(3, 4)) {
            assertThat(mac.of(frame)).isEqualTo(mac.ofBytes(frame.toBytes()));
        }
    }

    @Test
    @DisplayName("leaves a key longer than a block as it was")
    void keyUnchanged() {
        byte[] key = new byte[100];
        Arrays.fill(key, (byte) 9);
        HmacSha256.of(key);

        assertThat(key).containsOnly(9);
    }

    @Test
    @DisplayName("many threads do not disturb one another")
    void manyThreads() throws GeneralSecurityException {
        byte[] key = {1, 2, 3};
        HmacSha256 mac = HmacSha256.of(key);
        byte[][] expected = new byte[64][];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = platform(key, new byte[i]);
        }

        boolean allRight = IntStream.range(0, 20_000)
                .parallel()
                .allMatch(i -> Arrays.equals(mac.ofBytes(new byte[i % 64]), expected[i % 64]));

        assertThat(allRight).isTrue();
    }

    private static byte[] platform(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }
}

package dev.clave.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostKeyTest {
    private static final byte[] MATERIAL = random(32, 1);

    static byte[] random(int length, long seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    static Stream<byte[]> weak() {
        byte[] counting = new byte[32];
        byte[] descending = new byte[64];
        for (int i = 0; i < 64; i++) {
            counting[i % 32] = (byte) (i % 32);
            descending[i] = (byte) (250 - 3 * i);
        }
        byte[] filled = new byte[32];
        Arrays.fill(filled, (byte) 0xA5);
        byte[] half = random(16, 2);
        byte[] twice = Arrays.copyOf(half, 32);
        System.arraycopy(half, 0, twice, 16, 16);
        return Stream.of(
                new byte[0],
                "changeme".getBytes(UTF_8),
                random(16, 3),
                random(31, 4),
                new byte[32],
                new byte[64],
                filled,
                counting,
                descending,
                twice,
                "changeme".repeat(4).getBytes(UTF_8),
                "correct horse battery staple, more or less".getBytes(UTF_8),
                "correct horse battery staple, more or less\n".getBytes(UTF_8),
                "la contraseña de la casa de los señores".getBytes(UTF_8),
                HexFormat.of().formatHex(random(32, 5)).getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("weak")
    @DisplayName("K04 a short, empty, even, repeated, counting or written key is refused")
    void weakKeysAreRefused(byte[] material) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostKey.of("k1", material));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostKey.ofBase64("k1", Base64.getEncoder().encodeToString(material)));
    }

    @Test
    @DisplayName("K04 a random key is never taken for a weak one")
    void randomKeysAreAccepted() {
        for (int seed = 0; seed < 20_000; seed++) {
            byte[] material = random(32 + seed % 33, seed);

            assertThat(HostKey.of("k1", material).revealMaterial()).isEqualTo(material);
        }
    }

    @Test
    @DisplayName("Base64 is read in both alphabets, with and without padding")
    void base64() {
        byte[] material = HexFormat.of().parseHex("fbeffff8" + HexFormat.of().formatHex(random(29, 6)));

        for (Base64.Encoder encoder : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
            String text = encoder.encodeToString(material);
            assertThat(HostKey.ofBase64("k1", " " + text + "\n")).isEqualTo(HostKey.of("k1", material));
            assertThat(HostKey.ofBase64("k1", text.replace("=", ""))).isEqualTo(HostKey.of("k1", material));
        }
    }

    @Test
    @DisplayName("what is no Base64 is refused, and neither the message nor a cause repeats it")
    void noBase64() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostKey.ofBase64("k1", "c2VjcmV0#c2VjcmV0"))
                .withMessage("key k1 is not in Base64")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ñ", "k1\nfake line", "123456789012345678901234567890123"})
    @DisplayName("a name that could break a log line is refused and not repeated")
    void names(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostKey.of(id, MATERIAL))
                .withMessageStartingWith("the name of a key has");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostKey.ofBase64(id, "#"))
                .withMessageStartingWith("the name of a key has");
    }

    @Test
    @DisplayName("the material is copied on the way in and on the way out")
    void copies() {
        byte[] given = MATERIAL.clone();
        HostKey key = HostKey.of("k1", given);
        given[0]++;
        key.revealMaterial()[1]++;

        assertThat(key.revealMaterial()).isEqualTo(MATERIAL);
    }

    @Test
    @DisplayName("L01 it prints its name alone, and equals one of the same name and material")
    void printsNameAlone() {
        HostKey key = HostKey.of("k1", MATERIAL);

        assertThat(key).hasToString("HostKey[k1]").isNotInstanceOf(Serializable.class);
        assertThat(key).isEqualTo(HostKey.of("k1", MATERIAL)).hasSameHashCodeAs(HostKey.of("k1", MATERIAL));
        assertThat(key).isNotEqualTo(HostKey.of("k2", MATERIAL)).isNotEqualTo(HostKey.of("k1", random(32, 7)));
    }
}

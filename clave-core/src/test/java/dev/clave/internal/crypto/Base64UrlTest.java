package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    @DisplayName("bytes of any length come back")
    void roundTrip() {
        SplittableRandom random = new SplittableRandom(1);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);

            assertThat(Base64Url.decode(Base64Url.encode(bytes)))
                    .hasValueSatisfying(decoded -> assertThat(decoded).isEqualTo(bytes));
        }
    }

    @Test
    @DisplayName("of all texts of two and three letters only those that are some bytes' one text are read")
    void onlyCanonical() {
        assertThat(readable("")).isZero();
        assertThat(readable("A")).isEqualTo(4);
        assertThat(readable("AA")).isEqualTo(16);
        assertThat(readable("AAA")).isEqualTo(64);
    }

    private static long readable(String beginning) {
        return ALPHABET.chars()
                .mapToObj(last -> beginning + (char) last)
                .filter(text -> Base64Url.decode(text).isPresent())
                .count();
    }

    @ParameterizedTest
    @DisplayName("padding, spaces, the standard alphabet and everything else are refused")
    @ValueSource(
            strings = {
                "AA==",
                "AAA=",
                "AAAA=",
                "AA A",
                " AAAA",
                "AAAA ",
                "AAA\n",
                "AA\r\n",
                "AA+A",
                "AA/A",
                "AAAÑ",
                "A\uD800AA",
                "AAAAA"
            })
    void garbage(String text) {
        assertThat(Base64Url.decode(text)).isEmpty();
    }

    @Test
    @DisplayName("every byte may stand everywhere")
    void everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        assertThat(Base64Url.decode(Base64Url.encode(bytes)).map(read -> Arrays.equals(read, bytes)))
                .contains(true);
    }
}

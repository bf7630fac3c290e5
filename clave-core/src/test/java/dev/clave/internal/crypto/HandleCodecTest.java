package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Purpose;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandleCodecTest {

    static Stream<HandleContent> contents() {
        return Arrays.stream(Level.values())
                .flatMap(level -> Stream.concat(
                                Stream.of(Optional.<Language>empty()),
                                Arrays.stream(Language.values()).map(Optional::of))
                        .flatMap(language -> Stream.of(Purpose.identification(), Contents.SIGNATURE)
                                .map(purpose -> Contents.content(3, level, language, purpose))));
    }

    @ParameterizedTest
    @DisplayName("every level, language and purpose comes back")
    @MethodSource("contents")
    void roundTrip(HandleContent content) {
        assertThat(HandleCodec.decode(HandleCodec.encode(content))).contains(content);
    }

    @Test
    @DisplayName("no two contents have the same bytes")
    void distinct() {
        assertThat(contents().map(HandleCodec::encode).map(Arrays::toString)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("another format, what is cut short and what is too long are garbage")
    void garbage() {
        byte[] encoded = HandleCodec.encode(Contents.toSign(3));
        byte[] newer = encoded.clone();
        newer[0]++;

        assertThat(HandleCodec.decode(newer)).isEmpty();
        for (int length = 0; length < encoded.length; length++) {
            assertThat(HandleCodec.decode(Arrays.copyOf(encoded, length))).isEmpty();
        }
        assertThat(HandleCodec.decode(Arrays.copyOf(encoded, encoded.length + 1)))
                .isEmpty();
    }

    @Test
    @DisplayName("no byte of it, changed, makes it throw")
    void neverThrows() {
        byte[] encoded = HandleCodec.encode(Contents.toSign(3));
        for (int at = 0; at < encoded.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = encoded.clone();
                changed[at] = (byte) value;
                assertThat(HandleCodec.decode(changed)).isNotNull();
            }
        }
    }

    @Test
    @DisplayName("a level, a language and a purpose that nobody knows are garbage")
    void unknownCodes() {
        byte[] encoded = HandleCodec.encode(Contents.toIdentify(3));
        for (int fromEnd = 1; fromEnd <= 3; fromEnd++) {
            byte[] changed = encoded.clone();
            changed[changed.length - fromEnd] = 99;
            assertThat(HandleCodec.decode(changed)).isEmpty();
        }
    }

    @Test
    @DisplayName("a subject that is no pseudonym of ours is not sealed")
    void tooLong() {
        HandleContent good = Contents.toIdentify(1);
        HandleContent bad = new HandleContent(
                good.number(),
                good.entry(),
                "0".repeat(256),
                good.secret(),
                good.login(),
                good.level(),
                good.language(),
                good.purpose());

        assertThatThrownBy(() -> HandleCodec.encode(bad)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("prints nothing")
    void prints() {
        assertThat(Contents.toSign(3)).hasToString("HandleContent[redacted]");
    }
}

package dev.clave.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.Secret;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FrameTest {

    @Test
    @DisplayName("no two lists of fields give the same bytes")
    void noCollisions() {
        List<UnaryOperator<Frame>> lists = List.of(
                frame -> frame,
                frame -> frame.text(""),
                frame -> frame.text("").text(""),
                frame -> frame.text("ab"),
                frame -> frame.text("a").text("b"),
                frame -> frame.text("ab").text(""),
                frame -> frame.text("").text("ab"),
                frame -> frame.text("a").text("").text("b"),
                frame -> frame.text("a\0\0\0\1b"),
                frame -> frame.bytes(new byte[8]).text("a"),
                frame -> frame.bytes(new byte[7]).text("a"),
                frame -> frame.bytes(new byte[8]).bytes(new byte[8]),
                frame -> frame.words(0, 0),
                frame -> frame.number(1).text("a"),
                frame -> frame.number(256).text("a"));

        assertThat(lists.stream().map(FrameTest::hex).collect(Collectors.toSet()))
                .hasSize(lists.size());
    }

    @Test
    @DisplayName("fields split in every way at every place stay apart")
    void everySplit() {
        String letters = "abcabcab";
        Stream<String> twos = Stream.iterate(0, i -> i <= letters.length(), i -> i + 1)
                .map(i -> hex(frame -> frame.text(letters.substring(0, i)).text(letters.substring(i))));

        assertThat(twos.collect(Collectors.toSet())).hasSize(letters.length() + 1);
    }

    @Test
    @DisplayName("has a length of four bytes before each field")
    void layout() {
        assertThat(hex(frame -> frame.text("añ€").number(258).words(1, -1).bytes(new byte[] {5})))
                .isEqualTo("00000006" + "61" + "c3b1" + "e282ac"
                        + ("00000008" + "0000000000000102")
                        + ("00000010" + "0000000000000001" + "ffffffffffffffff")
                        + ("00000001" + "05"));
    }

    @Test
    @DisplayName("texts that a charset would give one replacement for stay apart")
    void loneSurrogates() {
        assertThat(Stream.of("?", "\uD800", "\uD801", "\uDC00", "\uFFFD").map(text -> hex(frame -> frame.text(text))))
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("grows to what it is given, the fields before it kept")
    void grows() {
        String longText = "ñ".repeat(1_000);

        assertThat(hex(frame -> frame.text("a").text(longText).text("b")))
                .isEqualTo("00000001" + "61" + "000007d0" + "c3b1".repeat(1_000) + "00000001" + "62");
    }

    @Test
    @DisplayName("a secret is framed as its text")
    void secrets() {
        assertThat(hex(frame -> frame.secret(Secret.of("K7QM2A")))).isEqualTo(hex(frame -> frame.text("K7QM2A")));
    }

    @Test
    @DisplayName("goes on where another has ended")
    void opening() {
        byte[] opening = Frame.opening("proof", 1, "tenant");
        try (Frame frame = Frame.after(opening).text("a")) {
            assertThat(hex(whole -> whole.text("proof").number(1).text("tenant").text("a")))
                    .isEqualTo(HexFormat.of().formatHex(frame.toBytes()));
        }
    }

    @Test
    @DisplayName("is wiped when it is closed, the opening is not")
    void wiped() {
        byte[] opening = {1, 2, 3};
        Frame frame = Frame.after(opening).secret(Secret.of("K7QM2A"));
        int length = frame.toBytes().length;
        frame.close();

        assertThat(frame.toBytes()).hasSize(length).containsOnly(0);
        assertThat(opening).isEqualTo(Arrays.copyOf(new byte[] {1, 2, 3}, 3));
        assertThat(frame).hasToString("Frame[redacted]");
    }

    private static String hex(UnaryOperator<Frame> fields) {
        try (Frame frame = Frame.empty()) {
            return HexFormat.of().formatHex(fields.apply(frame).toBytes());
        }
    }
}

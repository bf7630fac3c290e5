package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same work is asserted here; the time it takes is measured by the benchmarks. */
class HostileInputTest {
    private static final IdentityNumber DNI = IdentityNumber.of("99999018D");
    private static final IdentityNumber NIE = IdentityNumber.of("Z9999901N");

    private static final List<Consumer<CharSequence>> READERS = List.of(
            IdentityNumber::isValid,
            IdentityNumber::parse,
            ValidityDate::parse,
            IssueDate::parse,
            SupportNumber::parse,
            typed -> TypedContrast.parse(DNI, typed),
            typed -> TypedContrast.parse(NIE, typed));

    static Stream<Consumer<CharSequence>> readers() {
        return READERS.stream();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("readers")
    @DisplayName("V08 a text of 1 MB or 10 MB is refused without being looked at")
    void nothingOfALongTextIsRead(Consumer<CharSequence> reader) {
        for (int length : new int[] {33, 1_000_000, 10_000_000, Integer.MAX_VALUE}) {
            CountingText text = new CountingText(length, '1');
            reader.accept(text);

            assertThat(text.looks()).isZero();
        }
    }

    @Test
    @DisplayName("V08 long texts and deep combining marks are refused for what they are")
    void longTextsAndCombiningMarks() {
        String marks = "1" + "\u0301".repeat(1_000_000);

        assertThat(IdentityNumber.parse("1".repeat(10_000_000)).problem()).contains(Problem.TOO_LONG);
        assertThat(IdentityNumber.parse(marks).problem()).contains(Problem.TOO_LONG);
        assertThat(IdentityNumber.parse(marks.substring(0, 30)).problem()).contains(Problem.NOT_ASCII);
        assertThat(ValidityDate.parse("1".repeat(1_000_000)).problem()).contains(Problem.TOO_LONG);
        assertThat(SupportNumber.parse("E" + "0".repeat(1_000_000)).problem()).contains(Problem.TOO_LONG);
        assertThat(TypedContrast.parse(DNI, marks).problem()).contains(Problem.TOO_LONG);
        assertThat(TypedContrast.parse(NIE, marks).problem()).contains(Problem.TOO_LONG);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("readers")
    @DisplayName("V09 spaces and then a '!' take work in proportion to their number, and none beyond 32")
    void linearWork(Consumer<CharSequence> reader) {
        assertThat(looks(reader, 32)).isLessThanOrEqualTo(5 * looks(reader, 8)).isLessThanOrEqualTo(32 * 6);
        assertThat(looks(reader, 50_000)).isZero();
        assertThat(looks(reader, 100_000)).isZero();
    }

    private static int looks(Consumer<CharSequence> reader, int length) {
        CountingText text = new CountingText(length, ' ');
        reader.accept(text);
        return text.looks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999018D",
                "01234567L",
                "X1234567L",
                "12.345.678-z",
                "x 0 1234567 l",
                "1234567L",
                "12345678\u2013Z",
                "12345678A",
                "12345678",
                "O1234567L",
                "K1234567L",
                "A12345674",
                "",
                "12345678\u00F1",
                "hola",
                "-1234567L",
                "123456789012345678901234567890123"
            })
    @DisplayName("V08 asking whether a number is valid allocates nothing, whatever the answer")
    void askingAllocatesNothing(String typed) {
        boolean[] answer = new boolean[1];

        assertThat(AllocatedBytes.perThousandCallsOf(() -> answer[0] ^= IdentityNumber.isValid(typed)))
                .isZero();
    }

    @Test
    @DisplayName("V08 what is refused as too long allocates its answer alone")
    void refusingAllocatesLittle() {
        String typed = "1".repeat(1_000_000);
        Object[] answer = new Object[1];

        assertThat(AllocatedBytes.perThousandCallsOf(() -> answer[0] = IdentityNumber.parse(typed)))
                .isBetween(1L, 1_000L * 64);
    }
}

package dev.clave.internal.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Alphabet;
import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.spi.Secret;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinReaderTest {
    private static String read(@Nullable CharSequence typed) {
        return read(typed, Alphabet.CLAVE, 6);
    }

    private static String read(@Nullable CharSequence typed, Alphabet alphabet, int length) {
        Parsed<Secret> parsed = PinReader.read(typed, alphabet, length);
        return parsed.accepted()
                .map(Secret::reveal)
                .orElseGet(() -> parsed.problem().orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AZ27OI",
                "az27oi",
                "AZ270I",
                " AZ2 7OI ",
                "AZ2-7OI",
                "A Z 2 7 0 i",
                "AZ2\u00a07OI",
                "\ufeffAZ27OI\u200b",
                "AZ2\u20117OI",
                "AZ2\u20147OI",
                "AZ2\u22127OI",
                "AZ2\u202f7\u2060OI",
                "------AZ27OI"
            })
    void aPinIsReadAsPeopleTypeIt(String typed) {
        assertThat(read(typed)).isEqualTo("AZ27OI");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "- -", "\u00a0\u200b"})
    @DisplayName("F17 nothing typed")
    void nothingTyped(@Nullable String typed) {
        assertThat(read(typed)).isEqualTo(Problem.EMPTY.name());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "AZ27O|WRONG_LENGTH",
                "AZ27OIA|WRONG_LENGTH",
                "AZ27O1|UNEXPECTED_CHARACTER",
                "AZ27O8|UNEXPECTED_CHARACTER",
                "AZ27O9|UNEXPECTED_CHARACTER",
                "AZ2.7OI|UNEXPECTED_CHARACTER",
                "' OR 1=1|UNEXPECTED_CHARACTER",
                "AZ27O\u00d1|NOT_ASCII",
                "AZ27O\u0131|NOT_ASCII",
                "AZ27O\u0130|NOT_ASCII",
                "\uff21Z27OI|NOT_ASCII",
                "AZ\u06627OI|NOT_ASCII",
                "AZ27O\ud83d\ude00|NOT_ASCII",
                "AZ27O\u212a|NOT_ASCII",
                "AZ27OI\u0007|CONTROL_CHARACTER",
                "AZ27OI\u202e|CONTROL_CHARACTER",
                "AZ27OI\u2028|CONTROL_CHARACTER",
                "AZ27OI\u0085|CONTROL_CHARACTER"
            },
            delimiter = '|',
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false)
    @DisplayName("F17 a malformed PIN has its own problem")
    void aMalformedPinHasItsProblem(String typed, Problem problem) {
        assertThat(read(typed)).isEqualTo(problem.name());
    }

    @Test
    @DisplayName("F17 a tab or the end of a line is a control character")
    void tabsAndLineEnds() {
        assertThat(read("AZ27OI\t")).isEqualTo("CONTROL_CHARACTER");
        assertThat(read("AZ27OI\n")).isEqualTo("CONTROL_CHARACTER");
        assertThat(read("AZ27OI\u0000")).isEqualTo("CONTROL_CHARACTER");
    }

    @Test
    @DisplayName("F17 over 32 characters nothing is looked at")
    void tooLongIsToldFirst() {
        assertThat(read(" ".repeat(26) + "AZ27OI")).isEqualTo("AZ27OI");
        assertThat(read(" ".repeat(27) + "AZ27OI")).isEqualTo("TOO_LONG");
        assertThat(read("\u202e".repeat(33))).isEqualTo("TOO_LONG");
        assertThat(read(new Endless())).isEqualTo("TOO_LONG");
    }

    @Test
    void zeroAndOAreReadAsWhicheverTheAlphabetHas() {
        assertThat(read("O12o", Alphabet.DIGITS, 4)).isEqualTo("0120");
        assertThat(read("O0o0", Alphabet.CODE, 4)).isEqualTo("O0O0");
        assertThat(read("0A", Alphabet.of("AB"), 2)).isEqualTo("UNEXPECTED_CHARACTER");
    }

    @Test
    void aTurkishHostReadsTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(read("iiiiii")).isEqualTo("IIIIII");
            assertThat(CodeReader.read("gi1i")).isEqualTo(new Parsed.Valid<>("GI1I"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatWasTypedIsNotPrinted() {
        assertThat(PinReader.read("AZ27OI", Alphabet.CLAVE, 6).toString()).doesNotContain("AZ27OI");
        assertThat(PinReader.read("AZ27O9", Alphabet.CLAVE, 6).toString()).doesNotContain("AZ27O9");
    }

    /** Longer than any memory; reading a character of it is an error. */
    private static final class Endless implements CharSequence {
        @Override
        public int length() {
            return Integer.MAX_VALUE;
        }

        @Override
        public char charAt(int index) {
            throw new AssertionError("looked at");
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new AssertionError("looked at");
        }

        @Override
        public String toString() {
            throw new AssertionError("looked at");
        }
    }
}

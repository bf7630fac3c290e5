package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678Z",
                "12345678z",
                "12.345.678-Z",
                "12 345 678 Z",
                "12345678/Z",
                "12345678_z",
                " 12345678Z ",
                "12-34-56-78-Z",
                "-12345678Z-",
                "12345678Z.",
                "../12345678Z"
            })
    @DisplayName("V01 however it is written, it is one canonical value")
    void oneCanonicalValue(String typed) {
        assertThat(IdentityNumber.parse(typed).accepted()).contains(IdentityNumber.of("12345678Z"));
        assertThat(IdentityNumber.isValid(typed)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567L, 01234567L",
        "8P, 00000008P",
        "0T, 00000000T",
        "X01234567L, X1234567L",
        "x-0-1234567-l, X1234567L",
        "X00000000T, X0000000T",
        "z9999999h, Z9999999H"
    })
    @DisplayName("leading zeros are filled in, and the zero of an old NIE is dropped")
    void zerosOfOldAndShortForms(String typed, String canonical) {
        assertThat(IdentityNumber.parse(typed).accepted())
                .map(IdentityNumber::value)
                .contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "12345678z, 12345678Z",
        "12.345.678-Z, 12345678Z",
        "1234567-L, 01234567L",
        "8P, 00000008P",
        "X01234567L, X1234567L",
        "z9999999h, Z9999999H"
    })
    @DisplayName("the canonical form of what was typed is at hand without a value of it")
    void canonicalForm(String typed, String canonical) {
        assertThat(IdentityNumber.canonical(typed)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678Z", "X1234567L", "Z9999999H", "00000000T"})
    @DisplayName("what is canonical already is given back as it is")
    void canonicalAlready(String number) {
        assertThat(IdentityNumber.canonical(number)).isSameAs(number);
    }

    @Test
    @DisplayName("there is no canonical form of what is no number, and the exception does not repeat it")
    void noCanonicalForm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IdentityNumber.canonical("12345678A"))
                .withMessageContaining("WRONG_LETTER")
                .withMessageNotContaining("12345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "１２３４５６７８Ｚ",
                "١٢٣٤٥٦٧٨Z",
                "१२३४५६७८Z",
                "12345678Ｚ",
                "1234567²Z",
                "X9864761ſ",
                "12345678ı",
                "𝟏2345678Z",
                "12345678-Ñ",
                "12345678Ζ",
                "①2345678Z",
                "12345678\u200DZ",
                "12345678\u00ADZ",
                "12345678\uFF0DZ"
            })
    @DisplayName("V04 nothing outside ASCII becomes a letter or a digit")
    void nothingIsConverted(String typed) {
        assertThat(IdentityNumber.parse(typed).problem()).contains(Problem.NOT_ASCII);
        assertThat(IdentityNumber.isValid(typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "+1234567L, UNEXPECTED_CHARACTER",
        "-1234567L, UNEXPECTED_CHARACTER",
        "\u22121234567L, UNEXPECTED_CHARACTER",
        "-1, MISSING_LETTER",
        "0x12345, MALFORMED",
        "1e7L, MALFORMED",
        "1234567.0, MISSING_LETTER",
        "'12,345,678Z', UNEXPECTED_CHARACTER"
    })
    @DisplayName("V07 what a parser of numbers would let pass is refused")
    void signsAndRadixAreRefused(String typed, Problem problem) {
        assertThat(IdentityNumber.parse(typed).problem()).contains(problem);
    }

    static Stream<String> separators() {
        return Stream.of(
                        " \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005",
                        "\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000",
                        "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE58\uFE63",
                        "./_",
                        "\u200B\uFEFF")
                .flatMap(group -> group.chars().mapToObj(Character::toString));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("separators")
    @DisplayName("V10 spaces, dashes and what copying leaves behind are dropped, around and inside")
    void separatorsAreDropped(String separator) {
        for (String number : new String[] {"99999018D", "X1234567L", "01234567L"}) {
            String everywhere = separator + String.join(separator, number.split("")) + separator;

            assertThat(IdentityNumber.parse(everywhere).accepted()).contains(IdentityNumber.of(number));
        }
    }

    static Stream<String> controls() {
        IntStream c0 = IntStream.range(0, 0x20);
        IntStream c1 = IntStream.range(0x7F, 0xA0);
        IntStream bidi = "\u200E\u200F\u061C\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069".chars();
        IntStream lines = "\u2028\u2029".chars();
        return Stream.of(c0, c1, bidi, lines).flatMap(IntStream::boxed).map(Character::toString);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("controls")
    @DisplayName("V10 controls, line ends and bidi marks are refused, around and inside, and not echoed")
    void controlsAreRefused(String control) {
        for (String typed : new String[] {control + "12345678Z", "1234" + control + "5678Z", "12345678Z" + control}) {
            Parsed<IdentityNumber> parsed = IdentityNumber.parse(typed);

            assertThat(parsed.problem()).contains(Problem.CONTROL_CHARACTER);
            assertThat(parsed.toString()).doesNotContain(control).doesNotContain("1234");
        }
    }

    @Test
    @DisplayName("only nine canonical characters make a strict value")
    void strictValue() {
        for (String other :
                new String[] {"1234567L", "12345678z", " 12345678Z", "X01234567L", "12345678A", "", "HOLA"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IdentityNumber.of(other))
                    .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("1234"));
        }
    }

    @Test
    @DisplayName("null reads as empty")
    void nullReadsAsEmpty() {
        assertThat(IdentityNumber.parse(null).problem()).contains(Problem.EMPTY);
        assertThat(IdentityNumber.isValid(null)).isFalse();
    }

    @Test
    @DisplayName("equal are two of the same number, and a DNI never equals a NIE")
    void equality() {
        IdentityNumber dni = IdentityNumber.of("01234567L");
        IdentityNumber nie = IdentityNumber.of("X1234567L");

        assertThat(dni).isEqualTo(IdentityNumber.parse("1.234.567-l").accepted().orElseThrow());
        assertThat(dni).hasSameHashCodeAs(IdentityNumber.of("01234567L"));
        assertThat(nie).isEqualTo(IdentityNumber.of("X1234567L")).hasSameHashCodeAs(IdentityNumber.of("X1234567L"));
        assertThat(dni).isNotEqualTo(nie).isNotEqualTo("01234567L");
        assertThat(nie).isNotEqualTo(dni).isNotEqualTo(IdentityNumber.of("Y1234567X"));
    }

    @Test
    @DisplayName("it prints four of its digits, by the pattern of the data protection agency")
    void masked() {
        assertThat(IdentityNumber.of("12345678Z")).hasToString("***4567**");
        assertThat(IdentityNumber.of("X1234567L")).hasToString("****4567*");
    }
}

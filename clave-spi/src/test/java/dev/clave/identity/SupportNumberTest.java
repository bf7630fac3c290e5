package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportNumberTest {

    @ParameterizedTest
    @CsvSource({
        "E87654321, E87654321",
        "e87654321, E87654321",
        "C1234567, C01234567",
        "c 9999999, C09999999",
        "E1, E00000001",
        "E-87.654.321, E87654321",
        "' E 8765 4321 ', E87654321",
        "\uFEFFE\u00A08765\u20134321\u200B, E87654321"
    })
    @DisplayName("C04 lower case, separators and missing zeros are put into the one canonical form")
    void canonicalForm(String typed, String canonical) {
        assertThat(SupportNumber.parse(typed).accepted())
                .map(SupportNumber::value)
                .contains(canonical);
        assertThat(SupportNumber.parse(typed).accepted()).contains(SupportNumber.of(canonical));
        assertThat(SupportNumber.parse(canonical).accepted()).contains(SupportNumber.of(canonical));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource({
        "'', EMPTY",
        "' - ', EMPTY",
        "12345678, MISSING_PREFIX",
        "1234, MISSING_PREFIX",
        "123456789, WRONG_LENGTH",
        "E123456789, WRONG_LENGTH",
        "E, WRONG_LENGTH",
        "BAA123456, IDESP",
        "X1234567L, IDENTITY_NUMBER",
        "12345678-z, IDENTITY_NUMBER",
        "1234567L, IDENTITY_NUMBER",
        "E1234O678, LETTER_O_FOR_ZERO",
        "eo1234567, LETTER_O_FOR_ZERO",
        "CI234567, LETTER_I_FOR_ONE",
        "C1234l67, LETTER_I_FOR_ONE",
        "HOLA, MALFORMED",
        "COOL, MALFORMED",
        "E12345678Z, MALFORMED",
        "D12345678, MALFORMED",
        "X1234567, MALFORMED",
        "EC123456, MALFORMED",
        "Е12345678, NOT_ASCII",
        "E１2345678, NOT_ASCII",
        "E1234567+, UNEXPECTED_CHARACTER",
        "'E1234567\n', CONTROL_CHARACTER",
        "E00000000000000000000000000000000000001, TOO_LONG"
    })
    @DisplayName("what is no support number is refused with what it is instead")
    void problems(String typed, Problem problem) {
        assertThat(SupportNumber.parse(typed).problem()).contains(problem);
    }

    @Test
    @DisplayName("C09 null reads as empty")
    void nullReadsAsEmpty() {
        assertThat(SupportNumber.parse(null).problem()).contains(Problem.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1234567", "e12345678", "E 12345678", "12345678", ""})
    @DisplayName("only nine canonical characters make a strict value")
    void strictValue(String other) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportNumber.of(other))
                .withMessage("no support number in its canonical form");
    }

    @Test
    @DisplayName("equal are two of the same number")
    void equality() {
        assertThat(SupportNumber.of("E00000001"))
                .isEqualTo(SupportNumber.of("E00000001"))
                .hasSameHashCodeAs(SupportNumber.of("E00000001"))
                .isNotEqualTo(SupportNumber.of("C00000001"))
                .isNotEqualTo("E00000001");
    }
}

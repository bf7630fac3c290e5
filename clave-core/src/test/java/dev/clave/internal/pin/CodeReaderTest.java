package dev.clave.internal.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"GATO", "gato", "GaTo", " GATO ", "\u00a0GATO\u200b"})
    @DisplayName("F08 four letters or digits in any case are a code")
    void fourLettersOrDigitsAreACode(String typed) {
        assertThat(CodeReader.read(typed)).isEqualTo(new Parsed.Valid<>("GATO"));
    }

    @Test
    @DisplayName("F08 a code keeps its digits, and those that a PIN has not")
    void aCodeKeepsItsDigits() {
        assertThat(CodeReader.read("0o18")).isEqualTo(new Parsed.Valid<>("0O18"));
        assertThat(CodeReader.read("puta")).as("a person's own is not screened").isEqualTo(new Parsed.Valid<>("PUTA"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u200b"})
    @DisplayName("F08 nothing typed is no code")
    void nothingTyped(@Nullable String typed) {
        assertThat(CodeReader.read(typed)).isEqualTo(new Parsed.Invalid<>(Problem.EMPTY));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "GAT|WRONG_LENGTH",
                "GATOS|WRONG_LENGTH",
                "GA TO|UNEXPECTED_CHARACTER",
                "GA-T|UNEXPECTED_CHARACTER",
                "';--|UNEXPECTED_CHARACTER",
                "1 OR 1=1|UNEXPECTED_CHARACTER",
                "GAT%|UNEXPECTED_CHARACTER",
                "<b>x|UNEXPECTED_CHARACTER",
                "CO\u00d1O|NOT_ASCII",
                "\u0413\u0410\u0422\u041e|NOT_ASCII",
                "\uff27\uff21\uff34\uff2f|NOT_ASCII",
                "\u0661\u0662\u0663\u0664|NOT_ASCII",
                "\ud83d\udc31\ud83d\udc31|NOT_ASCII",
                "GAT\u0131|NOT_ASCII",
                "GA\u0000T|CONTROL_CHARACTER",
                "\u202eGAT|CONTROL_CHARACTER"
            },
            delimiter = '|',
            quoteCharacter = '"')
    @DisplayName("F08 anything else is refused with its problem")
    void anythingElseIsRefused(String typed, Problem problem) {
        assertThat(CodeReader.read(typed)).isEqualTo(new Parsed.Invalid<>(problem));
    }

    @Test
    @DisplayName("F08 over 32 characters nothing is looked at")
    void tooLong() {
        assertThat(CodeReader.read(" ".repeat(28) + "GATO")).isEqualTo(new Parsed.Valid<>("GATO"));
        assertThat(CodeReader.read(" ".repeat(29) + "GATO")).isEqualTo(new Parsed.Invalid<>(Problem.TOO_LONG));
    }
}

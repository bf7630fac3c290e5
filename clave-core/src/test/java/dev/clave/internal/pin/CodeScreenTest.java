package dev.clave.internal.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Alphabet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeScreenTest {
    static final Iterable<String> LANGUAGES = CodeScreen.LANGUAGES;

    @ParameterizedTest
    @ValueSource(strings = {"PUTA", "CUL7", "XCUL", "CULX", "P1S7", "FUCK", "5H17", "K4K4", "MERD", "F0DE", "3TA9"})
    @DisplayName("G05 what reads as an insult is screened, in digits that look like letters as well")
    void whatReadsAsAnInsultIsScreened(String code) {
        assertThat(CodeScreen.rejects(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GATO", "CASA", "7K2M", "0000", "1234", "ABCD", "C2UL", "ZZZZ"})
    @DisplayName("G05 other codes are not screened")
    void otherCodesAreNot(String code) {
        assertThat(CodeScreen.rejects(code)).isFalse();
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    @DisplayName("G05 every language has words of three or four capitals")
    void everyLanguageHasWords(String language) {
        assertThat(CodeScreen.words(language))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[A-Z]{3,4}"));
    }

    @Test
    @DisplayName("G05 the screen takes less than one code in a hundred")
    void theScreenIsBounded() {
        int size = Alphabet.CODE.size();
        int all = size * size * size * size;
        int screened = 0;
        StringBuilder code = new StringBuilder("....");
        for (int n = 0; n < all; n++) {
            for (int i = 0, rest = n; i < 4; i++, rest /= size) {
                code.setCharAt(i, Alphabet.CODE.symbol(rest % size));
            }
            screened += CodeScreen.rejects(code) ? 1 : 0;
        }
        assertThat(screened).isBetween(1000, all / 100);
    }
}

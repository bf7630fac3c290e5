package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlphabetTest {
    @Test
    void aPinHasNoneOfTheDigitsZeroOneEightAndNine() {
        assertThat(Alphabet.CLAVE.size()).isEqualTo(32);
        assertThat(Alphabet.CLAVE.symbols()).doesNotContain("0", "1", "8", "9").contains("A", "Z", "2", "7");
        assertThat(Alphabet.DIGITS.size()).isEqualTo(10);
        assertThat(Alphabet.CODE.size()).isEqualTo(36);
    }

    @Test
    void everySymbolIsFoundWhereItStandsAndNothingElseIs() {
        int found = 0;
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            int index = Alphabet.CLAVE.indexOf((char) c);
            if (index >= 0) {
                assertThat(Alphabet.CLAVE.symbol(index)).isEqualTo((char) c);
                found++;
            }
        }
        assertThat(found).isEqualTo(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "ABA", "AB ", "Ab", "A\u00d1", "A\u0661", "12-3"})
    void otherThanDistinctCapitalsAndDigitsIsRefused(String symbols) {
        assertThatIllegalArgumentException().isThrownBy(() -> Alphabet.of(symbols));
    }

    @Test
    void equalIfTheSymbolsAre() {
        assertThat(Alphabet.of("0123456789")).isEqualTo(Alphabet.DIGITS).hasSameHashCodeAs(Alphabet.DIGITS);
        assertThat(Alphabet.of("1023456789")).isNotEqualTo(Alphabet.DIGITS);
        assertThat(Alphabet.DIGITS).hasToString("Alphabet[0123456789]");
    }
}

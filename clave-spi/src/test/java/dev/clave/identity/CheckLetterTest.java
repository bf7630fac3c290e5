package dev.clave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckLetterTest {
    /** The table of the Ministry of the Interior, written here a second time. */
    private static final String TABLE = "TRWAGMYFPDXBNJZSQVHLCKE";

    @Test
    @DisplayName("V05 of all letters exactly one is accepted for each of the 23 residues")
    void oneLetterForEachResidue() {
        for (int residue = 0; residue < TABLE.length(); residue++) {
            int number = 99_999_000 + residue;
            String digits = String.valueOf(number);
            char right = TABLE.charAt(number % 23);
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                assertThat(IdentityNumber.isValid(digits + letter)).isEqualTo(letter == right);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"X, 0", "Y, 1", "Z, 2"})
    @DisplayName("V06 X, Y and Z of a NIE count as 0, 1 and 2")
    void seriesCountsAsDigit(String series, String digit) {
        for (int number = 9_999_900; number < 9_999_923; number++) {
            String sameResidue = digit + number;
            char letter = TABLE.charAt(Integer.parseInt(sameResidue) % 23);

            assertThat(IdentityNumber.of(series + number + letter)).isInstanceOf(Nie.class);
            assertThat(IdentityNumber.of(sameResidue + letter)).isInstanceOf(Dni.class);
        }
    }

    @Test
    @DisplayName("V06 no other letter in front is accepted, whatever the letter behind")
    void otherPrefixesAreRefused() {
        for (char prefix = 'A'; prefix <= 'W'; prefix++) {
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                assertThat(IdentityNumber.isValid(prefix + "1234567" + letter)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'K', 'L', 'M'})
    @DisplayName("V06 K, L and M numbers are known by the letter of their seven digits, and refused")
    void personsWithoutDocument(char prefix) {
        assertThat(IdentityNumber.parse(prefix + "1234567L").problem()).contains(Problem.KLM_NIF);
        assertThat(IdentityNumber.parse(prefix + "1234567M").problem()).contains(Problem.WRONG_LETTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000T", "00000001R", "99999999R", "X0000000T", "Y0000000Z", "Z0000000M", "Z9999999H"})
    @DisplayName("V12 numbers that look like placeholders are accepted when the letter is right")
    void extremesAreAccepted(String number) {
        assertThat(IdentityNumber.of(number).value()).isEqualTo(number);
        assertThat(IdentityNumber.parse(number).accepted()).contains(IdentityNumber.of(number));
    }
}

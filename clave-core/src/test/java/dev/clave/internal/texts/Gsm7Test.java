package dev.clave.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Gsm7Test {
    @Test
    void theDefaultAlphabetHas127CharactersBesideTheEscape() {
        long single = 0;
        long pairs = 0;
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            int septets = septetsOrNone(c);
            single += septets == 1 ? 1 : 0;
            pairs += septets == 2 ? 1 : 0;
        }
        assertThat(single).isEqualTo(127);
        assertThat(pairs).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "PIN, 3",
        "àèéìòùñüÑÜÇ¿¡, 13",
        "€, 2",
        "[]{}~^|\\, 16",
        "@$_, 3",
        "ÄÖÅÆØäöåæøß§¤£¥, 15",
        "ΔΦΓΛΩΠΨΣΘΞ, 10",
        "'', 0"
    })
    void septetsAreCounted(String text, int septets) {
        assertThat(Gsm7.septets(text)).isEqualTo(septets);
    }

    @Test
    void lineBreaksCountOneAndAFormFeedTwo() {
        assertThat(Gsm7.septets("\r\n")).isEqualTo(2);
        assertThat(Gsm7.septets("\f")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"á", "í", "ó", "ú", "ï", "ç", "·", "º", "ª", "`", "\t", "\u001B", "ñ́", "И", "😀"})
    void whatIsOutsideIsNamedByItsCodePoint(String text) {
        assertThatThrownBy(() -> Gsm7.septets("abc" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("U\\+[0-9A-F]{4,5} is not in the GSM 7-bit alphabet");
    }

    @ParameterizedTest
    @CsvSource({
        "Gestión pública, Gestion publica",
        "áíóúïç ÁÍÓÚÏ, aiouic AIOUI",
        "àèéìòùñüÇ É, àèéìòùñüÇ É",
        "Col·legi, Col.legi",
        "coŀlegi, col.legi",
        "Nº 1ª, No 1a",
        "«a» “b” ‘c’, \"a\" \"b\" 'c'",
        "a–b—c−d…, a-b-c-d...",
        "ŁódźĐ œ, LodzD oe",
        "Việt, Viet",
        "Å Ω, Å Ω",
        "10 €, 10 €",
    })
    void lettersFromOutsideLoseTheirDiacritics(String text, String folded) {
        assertThat(Gsm7.fold(text)).contains(folded.replace("\"\"", "\""));
    }

    @Test
    void combiningSequencesAreComposedFirst() {
        assertThat(Gsm7.fold("e\u0301 n\u0303 o\u0301 c\u0327")).contains("é ñ o c");
        assertThat(Gsm7.fold("q\u0303\u0301 e\u0301\u0301")).contains("q é");
    }

    @Test
    void spacesOfEveryWidthBecomeTheSpace() {
        assertThat(Gsm7.fold("a\u00A0b\u2009c\u202Fd\u3000e")).contains("a b c d e");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nb",
                "a\nb",
                "a\fb",
                "a\tb",
                "a\0",
                "\u001B",
                "\u0085",
                "a\u2028b",
                "a\u202Eb",
                "a\u200Fb",
                "a\u2066b",
                "a\u200Bb",
                "\uFEFFa",
                "😀",
                "\uD83D",
                "\uDE00",
                "И",
                "й",
                "ב",
                "字",
                "ａ",
                "٣",
                "\u0301a",
                "1\u20E3",
                "1\u0301",
                "²",
                "𝐀",
                "½"
            })
    void whatNothingStandsForIsRefused(String text) {
        assertThat(Gsm7.fold(text)).isEmpty();
        assertThat(Gsm7.unfoldable(text)).isPresent();
    }

    @Test
    void whateverIsFoldedCanBeSentAndFoldsToItself() {
        SplittableRandom random = new SplittableRandom(7);
        int folded = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random.ints(4, 0x20, 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (Gsm7.fold(text).isPresent()) {
                String once = Gsm7.fold(text).get();
                assertThat(Gsm7.septets(once)).isPositive();
                assertThat(Gsm7.fold(once)).contains(once);
                folded++;
            }
        }
        assertThat(folded).isGreaterThan(1_000);
    }

    private static int septetsOrNone(char c) {
        try {
            return Gsm7.septets(String.valueOf(c));
        } catch (IllegalArgumentException outside) {
            return 0;
        }
    }
}

package dev.clave.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Declaración de la renta 2025",
                " Préstec núm. 7 — 3.000 € ",
                "Sol·licitud «A»",
                "ana@example.es",
                "Factura #12",
                "{pin} {summary}",
                "a\\u0041!#=:"
            })
    void aSummaryIsItsOwnSummary(String summary) {
        String once = Summary.of(summary);
        assertThat(Summary.of(once)).isEqualTo(once);
    }

    @Test
    void aSummaryIsFoldedAndStripped() {
        assertThat(Summary.of("\u00A0Declaración de la renta ")).isEqualTo("Declaracion de la renta");
    }

    @Test
    void fortySeptetsFit() {
        assertThat(Summary.of("a".repeat(40))).hasSize(40);
        assertThat(Summary.of("€".repeat(20))).hasSize(20);
        assertThat(Summary.of("a\u0301".repeat(40))).hasSize(40);
    }

    @Test
    @DisplayName("D09 a summary with a line break, a mark of direction or 500 characters is refused, never cut")
    void anUnfitSummaryIsRefused() {
        refused("Renta\r\n@evil.example #AAAAAA", "the summary holds U+000D, which an SMS cannot carry in a line");
        refused("Renta\n", "the summary holds U+000A, which an SMS cannot carry in a line");
        refused("\u2067Renta", "the summary holds U+2067, which an SMS cannot carry in a line");
        refused("Renta 😀", "the summary holds U+1F600, which an SMS cannot carry in a line");
        refused("a".repeat(500), "the summary has 500 characters, more than 40 septets");
        refused("a".repeat(41), "the summary has 41 septets, more than 40");
        refused("€".repeat(21), "the summary has 42 septets, more than 40");
        refused("", "the summary is blank");
        refused("  \u2003", "the summary is blank");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@evil.example #AAAAAA",
                "Renta @evil.example #AAAAAA",
                "Renta (@evil.example",
                "Renta\u00A0@x",
                "@",
                "a@@b",
                "x. @"
            })
    void aSummaryCannotReadAsTheOriginOfAPin(String summary) {
        refused(summary, "the summary holds U+0040 where a word begins, which would read as the origin of a PIN");
    }

    @Test
    @DisplayName("D09 a purpose cannot be made with an unfit summary")
    void aPurposeChecksItsSummary() {
        assertThatThrownBy(() -> Purpose.signature("a\u202Eb", "text")).isInstanceOf(IllegalArgumentException.class);
        assertThat(((Purpose.Signature) Purpose.signature("Petición", "text")).summary())
                .isEqualTo("Peticion");
    }

    private static void refused(String summary, String message) {
        assertThatThrownBy(() -> Summary.of(summary))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

package dev.clave.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterheadTest {
    @Test
    void theOrganisationIsFolded() {
        assertThat(Letterhead.plain().withOrganisation(" Junta de Andalucía ").organisation())
                .contains("Junta de Andalucia");
    }

    @Test
    void theDefaultIsTheTimeOfMadrid() {
        assertThat(Letterhead.plain().zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    }

    @Test
    @DisplayName("D09 an organisation with a line break, a mark of direction or 500 characters is refused, never cut")
    void anUnfitOrganisationIsRefused() {
        refused("Sede\r\nx", "the organisation holds U+000D, which an SMS cannot carry in a line");
        refused("Sede\u202Ex", "the organisation holds U+202E, which an SMS cannot carry in a line");
        refused("a".repeat(500), "the organisation has 500 characters, more than 24 septets");
        refused("a".repeat(25), "the organisation has 25 septets, more than 24");
        refused("€".repeat(13), "the organisation has 26 septets, more than 24");
        refused(" \u00A0 ", "the organisation is blank");
        refused(
                "@x #ABCDEF",
                "the organisation holds U+0040 where a word begins, which would read as the origin of a PIN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sede.example.es",
                "localhost",
                "a.b",
                "xn--sed-bja.es",
                "sede-1.example",
                "abcdefghijklmnopqrs.example.es"
            })
    void hostNamesAreTakenAsTheyAre(String host) {
        assertThat(Letterhead.plain().withHost(host).host()).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Sede.example.es",
                "https://sede.es",
                "sede.es/pin",
                "sede.es:8443",
                "sede..es",
                ".es",
                "sede.es.",
                "-sede.es",
                "sede-.es",
                "se de.es",
                "sede.es\n",
                "señal.es",
                "192.168.0.1",
                "a@sede.es",
                "abcdefghijklmnopqrst.example.es"
            })
    void anythingElseIsNoHostName(String host) {
        assertThatThrownBy(() -> Letterhead.plain().withHost(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the host name ");
    }

    private static void refused(String organisation, String message) {
        assertThatThrownBy(() -> Letterhead.plain().withOrganisation(organisation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

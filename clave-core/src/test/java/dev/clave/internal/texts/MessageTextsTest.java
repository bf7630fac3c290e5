package dev.clave.internal.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Purpose;
import dev.clave.TextDigest;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Language;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextsTest {
    private static final String LONGEST_ORGANISATION = "O".repeat(24);
    private static final String LONGEST_SUMMARY = "S".repeat(40);
    private static final String LONGEST_HOST = "h".repeat(27) + ".es";
    private static final String LONGEST_PIN = "ABCDEFGH";
    private static final Instant MORNING = Instant.parse("2026-03-16T09:42:59.999Z");

    private static final List<Optional<String>> ORGANISATIONS =
            List.of(Optional.empty(), Optional.of("O"), Optional.of(LONGEST_ORGANISATION), Optional.of("€".repeat(12)));
    private static final List<Optional<String>> HOSTS =
            List.of(Optional.empty(), Optional.of("h"), Optional.of(LONGEST_HOST));
    private static final List<Purpose> PURPOSES = List.of(
            Purpose.identification(),
            new Purpose.Activation(TextDigest.of("keys")),
            Purpose.signature("S", "text"),
            Purpose.signature(LONGEST_SUMMARY, "text"),
            Purpose.signature("€".repeat(20), "text"));
    private static final List<String> PINS = List.of("ABC", LONGEST_PIN);
    private static final List<Instant> TIMES =
            List.of(MORNING, Instant.parse("2026-03-15T23:00:00Z"), Instant.parse("2026-03-15T22:59:59Z"));

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMessageIsOneSegment(Language language) {
        for (Letterhead letterhead : letterheads()) {
            for (String text : textsOf(letterhead, language)) {
                assertThat(Gsm7.septets(text)).as(text).isLessThanOrEqualTo(Gsm7.SEGMENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theWordingFillsWhatTheLongestLeave(Language language) {
        Letterhead longest =
                Letterhead.plain().withOrganisation(LONGEST_ORGANISATION).withHost(LONGEST_HOST);
        String text = pinText(longest, language, Purpose.signature(LONGEST_SUMMARY, "text"), LONGEST_PIN, MORNING);
        assertThat(Gsm7.septets(text)).isBetween(155, 160);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMessageSaysThePinThePurposeTheOrganisationAndTheTime(Language language) {
        Letterhead letterhead = Letterhead.plain().withOrganisation("Concello").withHost("sede.example");
        for (Purpose purpose : List.of(Purpose.identification(), Purpose.signature("Renta 2025", "text"))) {
            String text = pinText(letterhead, language, purpose, "ABC234", MORNING);
            assertThat(text)
                    .startsWith("Concello: ")
                    .contains("ABC234", "10:42")
                    .endsWith("\n@sede.example #ABC234");
            assertThat(text.chars().filter(c -> c == '\n').count()).isOne();
            assertThat(text.contains("Renta 2025")).isEqualTo(purpose instanceof Purpose.Signature);
        }
    }

    @Test
    void withoutALetterheadThereIsNeitherPrefixNorLastLine() {
        assertThat(pinText(Letterhead.plain(), Language.ES, Purpose.identification(), "ABC234", MORNING))
                .isEqualTo("PIN ABC234 para acceder, hasta las 10:42. No lo comparta con nadie.");
        assertThat(pinText(Letterhead.plain(), Language.ES, Purpose.signature("Renta", "text"), "ABC234", MORNING))
                .isEqualTo("PIN ABC234, hasta las 10:42. No lo revele. Firma: Renta");
    }

    @Test
    void theTimeIsThatOfTheZoneWithItsFourDigits() {
        Instant midnight = Instant.parse("2026-03-15T23:00:30Z");
        Letterhead madrid = Letterhead.plain();
        assertThat(pinText(madrid, Language.EN, Purpose.identification(), "ABC", midnight))
                .contains("until 00:00.");
        assertThat(pinText(
                        madrid.withZone(ZoneId.of("Atlantic/Canary")),
                        Language.EN,
                        Purpose.identification(),
                        "ABC",
                        midnight))
                .contains("until 23:00.");
        assertThat(pinText(madrid.withZone(ZoneOffset.UTC), Language.EN, Purpose.identification(), "ABC", MORNING))
                .contains("until 09:42.");
    }

    @Test
    @DisplayName("D09 a summary that names places of the wording, or a PIN, leaves the PIN intact")
    void aSummaryIsNotScanned() {
        Letterhead letterhead = Letterhead.plain().withOrganisation("{pin}").withHost("sede.es");
        String text = pinText(
                letterhead,
                Language.ES,
                Purpose.signature("{pin} {time} {summary} PIN AAAAAA", "t"),
                "ABC234",
                MORNING);
        assertThat(text)
                .isEqualTo(
                        "{pin}: PIN ABC234, hasta las 10:42. No lo revele. Firma: {pin} {time} {summary} PIN AAAAAA\n@sede.es #ABC234");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePinStandsBeforeTheSummaryAndTheSummaryEndsItsLine(Language language) {
        String text = pinText(Letterhead.plain(), language, Purpose.signature("PIN AAAAAA", "t"), "ABC234", MORNING);
        assertThat(text.indexOf("ABC234")).isBetween(0, text.indexOf("AAAAAA"));
        assertThat(text).endsWith(" PIN AAAAAA");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNoticeNamesTheOrganisationAndNoPinOrSite(Language language) {
        Letterhead letterhead = Letterhead.plain().withOrganisation("Concello").withHost("sede.example");
        for (SecurityNotice.Kind kind : SecurityNotice.Kind.values()) {
            String text =
                    new MessageTexts(letterhead).noticeText(language, kind).reveal();
            assertThat(text).startsWith("Concello: ").doesNotContain("@", "\n", "sede.example", "#");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatAnAppSaysOnALockedScreenNamesTheOrganisationAndThePurposeAlone(Language language) {
        MessageTexts texts =
                new MessageTexts(Letterhead.plain().withOrganisation("Concello").withHost("sede.example"));
        Set<String> told = new HashSet<>();
        for (PurposeKind purpose : List.of(PurposeKind.IDENTIFICATION, PurposeKind.SIGNATURE)) {
            String text = texts.appText(language, purpose).reveal();
            assertThat(text).startsWith("Concello: ").doesNotContain("@", "\n", "sede.example", "#");
            assertThat(told.add(text)).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMessageToActivateSaysSo(Language language) {
        Purpose purpose = new Purpose.Activation(TextDigest.of("keys"));
        String activation = pinText(Letterhead.plain(), language, purpose, "ABC234", MORNING);
        assertThat(activation).contains("ABC234", "10:42", language == Language.EU ? "aktibatzeko" : "activ");
        assertThat(activation)
                .isNotEqualTo(pinText(Letterhead.plain(), language, Purpose.identification(), "ABC234", MORNING));
    }

    @Test
    void aTextDoesNotPrintItself() {
        MessageTexts texts = new MessageTexts(Letterhead.plain());
        Secret text = texts.pinText(Language.ES, Purpose.identification(), Secret.of("ABC234"), MORNING);
        assertThat(text.toString()).doesNotContain("ABC234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCDEFGHI"})
    void aLongerPinIsRefusedAndNotNamed(String pin) {
        assertThatThrownBy(() -> pinText(Letterhead.plain(), Language.ES, Purpose.identification(), pin, MORNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(pin);
    }

    private static List<Letterhead> letterheads() {
        List<Letterhead> letterheads = new ArrayList<>();
        for (Optional<String> organisation : ORGANISATIONS) {
            for (Optional<String> host : HOSTS) {
                letterheads.add(new Letterhead(organisation, host, ZoneId.of("Europe/Madrid")));
            }
        }
        return letterheads;
    }

    private static List<String> textsOf(Letterhead letterhead, Language language) {
        List<String> texts = new ArrayList<>();
        for (SecurityNotice.Kind kind : SecurityNotice.Kind.values()) {
            texts.add(new MessageTexts(letterhead).noticeText(language, kind).reveal());
        }
        for (Purpose purpose : PURPOSES) {
            for (String pin : PINS) {
                TIMES.forEach(time -> texts.add(pinText(letterhead, language, purpose, pin, time)));
            }
        }
        return texts;
    }

    private static String pinText(
            Letterhead letterhead, Language language, Purpose purpose, String pin, Instant expiresAt) {
        return new MessageTexts(letterhead)
                .pinText(language, purpose, Secret.of(pin), expiresAt)
                .reveal();
    }
}

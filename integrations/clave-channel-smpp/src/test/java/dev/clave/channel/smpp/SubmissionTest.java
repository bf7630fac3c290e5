package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.AppNotice;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Language;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a message looks like on its way. */
class SubmissionTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    private final FakeSmsc smsc = new FakeSmsc();

    @AfterEach
    void stop() {
        smsc.close();
    }

    private SmppChannelBuilder builder() {
        return Given.builder(smsc.port()).clock(() -> NOW);
    }

    private SubmitSm sent(SmppChannelBuilder builder, String text) {
        try (SmppChannel channel = builder.open()) {
            assertThat(channel.deliver(Given.message(text, NOW.plusSeconds(600))))
                    .isEqualTo(DeliveryResult.accepted());
        }
        return smsc.taken().get(0);
    }

    @Test
    void a_pin_goes_to_an_international_number_and_lives_no_longer_than_the_pin() {
        SubmitSm message = sent(builder(), Given.TEXT);
        assertThat(message.getDestAddress()).isEqualTo("34600000018").doesNotContain("+");
        assertThat(message.getDestAddrTon()).isEqualTo((byte) 1);
        assertThat(message.getDestAddrNpi()).isEqualTo((byte) 1);
        assertThat(message.getValidityPeriod()).isEqualTo("000000001000000R");
        assertThat(message.getScheduleDeliveryTime()).isNull();
        assertThat(message.getReplaceIfPresent()).isZero();
        assertThat(message.getPriorityFlag()).isZero();
        assertThat(message.getProtocolId()).isZero();
        assertThat(message.getEsmClass()).isZero();
        assertThat(message.getDataCoding()).isZero();
        assertThat(message.getRegisteredDelivery()).isZero();
        assertThat(message.getOptionalParameters()).isEmpty();
        assertThat(Given.text(message)).isEqualTo(Given.TEXT);
    }

    @ParameterizedTest
    @CsvSource({"MyOrg,MyOrg,5,0", "+34911000000,34911000000,1,1", "25252,25252,3,0"})
    void a_sender_is_numbered_by_its_form(String sender, String address, byte ton, byte npi) {
        SubmitSm message = sent(builder().sender(sender), Given.TEXT);
        assertThat(message.getSourceAddr()).isEqualTo(address);
        assertThat(message.getSourceAddrTon()).isEqualTo(ton);
        assertThat(message.getSourceAddrNpi()).isEqualTo(npi);
    }

    @Test
    void a_sender_is_numbered_as_told() {
        SubmitSm message = sent(builder().sender("25252", 0, 1).serviceType("CMT"), Given.TEXT);
        assertThat(message.getSourceAddrTon()).isZero();
        assertThat(message.getSourceAddrNpi()).isEqualTo((byte) 1);
        assertThat(message.getServiceType()).isEqualTo("CMT");
    }

    @Test
    void a_notice_has_the_validity_of_the_smsc() {
        try (SmppChannel channel = builder().open()) {
            SecurityNotice notice = new SecurityNotice(
                    new SendId("a"),
                    FakePeople.ANA.phone(),
                    Language.EN,
                    Secret.of("Many wrong PINs."),
                    SecurityNotice.Kind.MANY_WRONG_PINS);
            assertThat(channel.deliver(notice)).isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.taken().get(0).getValidityPeriod()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S,000000000001000R",
        "PT1.9S,000000000001000R",
        "PT9M59.999S,000000000959000R",
        "P1DT2H3M4S,000001020304000R",
        "P400D,000027235959000R"
    })
    void a_validity_period_is_rounded_down(Duration left, String told) {
        try (SmppChannel channel = builder().open()) {
            assertThat(channel.deliver(Given.message(Given.TEXT, NOW.plus(left))))
                    .isEqualTo(DeliveryResult.accepted());
        }
        assertThat(smsc.taken().get(0).getValidityPeriod()).isEqualTo(told);
    }

    @Test
    void a_pin_that_is_dead_is_not_sent() {
        FakeClock clock = new FakeClock(NOW);
        try (SmppChannel channel = builder().clock(clock).open()) {
            clock.advance(Duration.ofMinutes(10).minusMillis(1));
            assertThat(channel.deliver(Given.message(Given.TEXT, NOW.plusSeconds(600))))
                    .isEqualTo(Given.refused(Reason.REJECTED));
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    @DisplayName("D12 what is for the app does not go by SMS")
    void wrong_route() {
        PushAddress push = PushAddress.of("push-token-4711");
        try (SmppChannel channel = builder().open();
                Logged log = Logged.channel()) {
            AppNotice forTheApp = new AppNotice(
                    new SendId("a"),
                    push,
                    Language.EN,
                    Secret.of("There is a PIN."),
                    AuditEvent.PurposeKind.IDENTIFICATION,
                    NOW.plusSeconds(600));
            SecurityNotice toTheApp = new SecurityNotice(
                    new SendId("b"), push, Language.EN, Secret.of("Gone."), SecurityNotice.Kind.DEVICE_REPLACED);
            assertThat(channel.deliver(forTheApp)).isEqualTo(Given.refused(Reason.REJECTED));
            assertThat(channel.deliver(toTheApp)).isEqualTo(Given.refused(Reason.REJECTED));
            assertThat(log.warnings())
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(line).contains("Route.SMS").doesNotContain("4711"));
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Alphabet.class)
    @DisplayName("D09 a text that is no segment of the alphabet is not sent, and not logged")
    void no_segment(Alphabet alphabet) {
        String[] unfit = {
            "KX3QPA \uD83D\uDE00", "KX3QPA á", "KX3QPA \u001B", "KX3QPA \u202E", "K".repeat(161), "€".repeat(81)
        };
        try (SmppChannel channel = builder().alphabet(alphabet).open();
                Logged log = Logged.channel()) {
            for (String text : unfit) {
                assertThat(channel.deliver(Given.message(text, NOW.plusSeconds(600))))
                        .isEqualTo(Given.refused(Reason.REJECTED));
            }
            assertThat(log.warnings())
                    .hasSize(unfit.length)
                    .allSatisfy(line -> assertThat(line).doesNotContain("KX3QPA", "KK", "€"));
        }
        assertThat(smsc.taken()).isEmpty();
    }

    @Test
    void a_full_segment_is_sent() {
        String text = "€".repeat(80);
        assertThat(Given.text(sent(builder(), text))).isEqualTo(text);
    }

    @Test
    void every_character_of_the_alphabet_has_its_septet() {
        String text =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
                        + "¿abcdefghijklmnopqrstuvwxyzäöñüà";
        assertThat(Given.text(sent(builder(), text))).isEqualTo(text);
        String extended = "\f^{}\\[~]|€";
        smsc.taken().clear();
        assertThat(Given.text(sent(builder(), extended))).isEqualTo(extended);
    }

    @Test
    void some_septets_are_those_of_the_standard() {
        assertThat(Gsm7.encode("@Δ Ñ¿à_\n€|").orElseThrow())
                .containsExactly(0x00, 0x10, 0x20, 0x5D, 0x60, 0x7F, 0x11, 0x0A, 0x1B, 0x65, 0x1B, 0x40);
    }

    @ParameterizedTest
    @CsvSource({"LATIN_1,3", "LATIN_1_AS_DEFAULT,0"})
    void latin_1_has_octets_of_its_own_and_no_euro(Alphabet alphabet, byte dataCoding) {
        String text = "PIN KX3QPA: ñ à è @ [ ] _";
        SubmitSm message = sent(builder().alphabet(alphabet), text);
        assertThat(message.getDataCoding()).isEqualTo(dataCoding);
        assertThat(new String(message.getShortMessage(), StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
        try (SmppChannel channel = builder().alphabet(alphabet).open()) {
            assertThat(channel.deliver(Given.message("9 €", NOW.plusSeconds(600))))
                    .isEqualTo(Given.refused(Reason.REJECTED));
        }
    }
}

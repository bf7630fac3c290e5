package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.Secret;
import java.time.Duration;
import org.jsmpp.bean.BindType;
import org.jsmpp.session.BindRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a channel is opened with. */
class SettingsTest {

    @Test
    void all_that_is_missing_is_told_at_once() {
        assertThatThrownBy(() -> SmppChannel.to(" ", 0).open())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("host", "port", "systemId(", "password(", "sender(");
    }

    @Test
    void all_that_cannot_be_is_told_at_once_and_no_password() {
        SmppChannelBuilder builder = SmppChannel.to("smsc.example", 70_000)
                .systemId("a-system-id-of-26-letters.")
                .password(Secret.of("far-too-long-a-password"))
                .sender("MyOrganisation")
                .systemType("thirteen-char")
                .serviceType("sixsix")
                .window(0)
                .timeout(Duration.ofMillis(99))
                .enquireLink(Duration.ofHours(2));
        assertThatThrownBy(builder::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "port is 1",
                        "system id has",
                        "password has",
                        "sender is",
                        "system type",
                        "service type",
                        "window is",
                        "timeout is",
                        "interval is")
                .hasMessageNotContaining("far-too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twelve-chars", "ñandú", "a\nb"})
    void a_name_that_smpp_cannot_carry_is_refused(String sender) {
        SmppChannelBuilder builder = Given.builder(2775).sender(sender);
        assertThatThrownBy(builder::open).hasMessageContaining("sender is a name");
    }

    @Test
    void a_number_of_a_type_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> Given.builder(2775).sender("25252", 256, 0).open())
                .hasMessageContaining("TON and NPI");
        assertThatThrownBy(() -> Given.builder(2775).sender("25252", 0, -1).open())
                .hasMessageContaining("TON and NPI");
    }

    @Test
    void a_bind_says_who_it_is_for_and_what_it_can() {
        try (FakeSmsc smsc = new FakeSmsc();
                SmppChannel sends = Given.builder(smsc.port()).systemType("VMA").open();
                SmppChannel hears =
                        Given.builder(smsc.port()).receipts(receipt -> {}).open()) {
            BindRequest transmitter = smsc.binds().get(0);
            assertThat(transmitter.getBindType()).isEqualTo(BindType.BIND_TX);
            assertThat(transmitter.getSystemId()).isEqualTo(FakeSmsc.SYSTEM_ID);
            assertThat(transmitter.getPassword()).isEqualTo(FakeSmsc.PASSWORD);
            assertThat(transmitter.getSystemType()).isEqualTo("VMA");
            assertThat(transmitter.getInterfaceVersion().value()).isEqualTo((byte) 0x34);
            assertThat(smsc.binds().get(1).getBindType()).isEqualTo(BindType.BIND_TRX);
            assertThat(sends.isBound()).isTrue();
            assertThat(hears.isBound()).isTrue();
        }
    }

    @Test
    void a_channel_prints_its_state_and_no_password() {
        try (FakeSmsc smsc = new FakeSmsc()) {
            SmppChannel channel = Given.builder(smsc.port()).open();
            assertThat(channel)
                    .hasToString("SmppChannel[127.0.0.1:" + smsc.port() + ", bound, window 10, 0 unanswered]");
            channel.close();
            assertThat(channel.toString()).contains("not bound").doesNotContain(FakeSmsc.PASSWORD);
        }
    }
}

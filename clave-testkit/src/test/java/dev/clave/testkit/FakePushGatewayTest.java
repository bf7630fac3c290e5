package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.Address;
import dev.clave.spi.AppNotice;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Language;
import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakePushGatewayTest {
    private static final FakeDevice DEVICE = new FakeDevice("Pixel 9", new FakeClock(), request -> request);
    private static final PushAddress ADDRESS = PushAddress.of(DEVICE.pushAddress());

    private final FakePushGateway push = new FakePushGateway();

    private static AppNotice notice(String id, String text) {
        return new AppNotice(
                new SendId(id),
                ADDRESS,
                Language.ES,
                Secret.of(text),
                PurposeKind.IDENTIFICATION,
                FakeClock.START.plusSeconds(600));
    }

    private static SecurityNotice security(String id, Address to) {
        return new SecurityNotice(
                new SendId(id), to, Language.ES, Secret.of("Replaced."), SecurityNotice.Kind.DEVICE_REPLACED);
    }

    private static PinMessage pin() {
        return new PinMessage(
                new SendId("3"),
                FakePeople.ANA.phone(),
                Language.ES,
                Secret.of("KX3QPA"),
                Secret.of("KX3QPA"),
                FakeClock.START);
    }

    @Test
    void notices_arrive_at_their_device() {
        Message elsewhere = security("2", PushAddress.of("elsewhere"));
        push.deliver(notice("1", "Demo: identification"));
        push.deliver(elsewhere);
        push.deliver(security("3", ADDRESS));
        assertThat(push.noticesOf(DEVICE))
                .containsExactly(notice("1", "Demo: identification"), security("3", ADDRESS))
                .isEqualTo(push.noticesOf(ADDRESS));
        assertThat(push.sent()).hasSize(3).contains(elsewhere);
        assertThat(push).hasToString("FakePushGateway[3 calls]");
    }

    @Test
    void the_same_notice_arrives_once_and_another_by_its_id_fails() {
        push.deliver(notice("1", "one"));
        push.deliver(notice("1", "one"));
        assertThat(push.noticesOf(ADDRESS)).hasSize(1);
        assertThatThrownBy(() -> push.deliver(notice("1", "two"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_pin_in_clear_fails_then_and_ever_after() {
        assertThatThrownBy(() -> push.deliver(pin())).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> push.noticesOf(ADDRESS))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        "the push service was given a bad message: a PIN does not go through a push service in clear");
        assertThatThrownBy(push::sent).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_notice_to_a_phone_fails() {
        assertThatThrownBy(() -> push.deliver(security("1", FakePeople.ANA.phone())))
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines", "two\rlines", "two\u2028lines"})
    void a_text_that_is_no_line_fails(String text) {
        assertThatThrownBy(() -> push.deliver(notice("1", text))).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_text_has_at_most_160_characters() {
        push.deliver(notice("1", "ñ".repeat(160)));
        assertThatThrownBy(() -> push.deliver(notice("2", "ñ".repeat(161)))).isInstanceOf(AssertionError.class);
    }

    @Test
    void it_refuses_fails_hangs_and_recovers() {
        push.refuse(DeliveryResult.Reason.REJECTED);
        assertThat(push.deliver(notice("1", "one"))).isEqualTo(DeliveryResult.refused(DeliveryResult.Reason.REJECTED));
        push.recover();
        push.failOnCall(1);
        assertThatThrownBy(() -> push.deliver(notice("2", "two"))).isInstanceOf(BrokenOnPurposeException.class);
        Gate gate = push.sendThenHang();
        CompletableFuture<DeliveryResult> slow =
                CompletableFuture.supplyAsync(() -> push.deliver(notice("3", "three")));
        gate.awaitArrival();
        assertThat(push.noticesOf(DEVICE)).hasSize(1);
        push.recover();
        assertThat(slow.join()).isEqualTo(DeliveryResult.accepted());
        assertThat(push.calls()).isEqualTo(3);
    }

    @Test
    void a_gateway_for_texts_takes_nothing_for_an_app() {
        for (Message message : new Message[] {notice("1", "one"), security("2", ADDRESS)}) {
            FakeSmsGateway sms = new FakeSmsGateway();
            assertThatThrownBy(() -> sms.deliver(message))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("it goes to an app");
            assertThatThrownBy(sms::sent).isInstanceOf(AssertionError.class);
        }
    }
}

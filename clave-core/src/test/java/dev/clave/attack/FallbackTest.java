package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AppFallback;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.WrongPin;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditEvent.DeliveryFailed;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.AuditEvent.PinRerouted;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.SteppingStore;
import dev.clave.testkit.SteppingStore.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app cannot be told of a PIN. */
class FallbackTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final SteppingStore store = new SteppingStore(new FakePinStore());
    private final AppDesk app = new AppDesk(store);
    private final Desk desk = app.desk;
    private final FakeDevice phone = app.active(ANA);
    private final LoginHandle login = desk.open(ANA);

    private List<AuditEvent> eventsOf(Runnable call) {
        int before = desk.audit.events().size();
        call.run();
        return desk.audit.events().subList(before, desk.audit.events().size());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNCONFIRMED")
    @DisplayName("D01 a push service that refuses: the same PIN goes by SMS in the same call, as a second send")
    void refused(DeliveryResult.Reason reason) {
        app.push.refuse(reason);
        Instant now = desk.clock.instant();
        List<AuditEvent> events =
                eventsOf(() -> assertThat(desk.clave.obtainPin(login)).isInstanceOfSatisfying(PinSent.class, sent -> {
                    assertThat(sent.route().route()).isEqualTo(Route.SMS);
                    assertThat(sent.expiresAt()).isEqualTo(now.plus(Duration.ofMinutes(10)));
                    assertThat(sent.againAt()).contains(now.plus(MINUTE));
                }));

        assertThat(events).hasExactlyElementsOfTypes(PinMade.class, DeliveryFailed.class, PinRerouted.class);
        assertThat(((DeliveryFailed) events.get(1)).route()).isEqualTo(Route.APP);
        assertThat(((PinRerouted) events.get(2)).generation()).isEqualTo(1);
        assertThat(AppDesk.pinOn(phone)).as("the app can open it still").isEqualTo(desk.pinOf(ANA));
        assertThat(desk.clave.verify(login, desk.pinOf(ANA)))
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.route()).isEqualTo(Route.SMS));
    }

    @Test
    @DisplayName("D01 a push service that throws has refused")
    void thrown() {
        app.push.failOnCall(1);
        assertThat(desk.obtain(login).route().route()).isEqualTo(Route.SMS);
    }

    @Test
    @DisplayName("the second send counts: two more PINs of a login of three sends are one")
    void counts() {
        app.push.refuse(DeliveryResult.Reason.UNREACHABLE);
        desk.obtain(login);
        PinSent third = desk.later(MINUTE).again(login);
        assertThat(third.againAt()).as("this login sends no more").isEmpty();
        assertThat(desk.later(MINUTE).clave.requestAgain(login)).isEqualTo(new NotSent(Reason.START_AGAIN));
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("without a send left there is no fallback")
    void noSendLeft() {
        desk.obtain(login);
        desk.later(MINUTE).again(login);
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        int sent = desk.sms.sent().size();
        assertThat(desk.later(MINUTE).clave.requestAgain(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(desk.sms.sent()).hasSize(sent);
        assertThat(desk.clave.verify(login, AppDesk.pinOn(phone)))
                .as("who looks finds it in the app")
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("D01 both refuse: undeliverable, no attempt spent")
    void bothRefuse() {
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        desk.sms.refuse(DeliveryResult.Reason.OVER_LIMIT);
        List<AuditEvent> events =
                eventsOf(() -> assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE)));
        assertThat(events)
                .hasExactlyElementsOfTypes(
                        PinMade.class, DeliveryFailed.class, PinRerouted.class, DeliveryFailed.class);
    }

    @Test
    @DisplayName("D02 an unconfirmed notice falls back nowhere: the PIN lives, in the app")
    void unconfirmed() {
        app.push.refuse(DeliveryResult.Reason.UNCONFIRMED);
        int sent = desk.sms.sent().size();
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNCONFIRMED));
        assertThat(desk.sms.sent()).hasSize(sent);
        assertThat(desk.clave.verify(login, AppDesk.pinOn(phone))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("a policy may forbid it")
    void forbidden() {
        AppDesk strict = AppDesk.with(builder ->
                builder.policy(PinPolicy.builder().appFallback(AppFallback.NONE).build()));
        FakeDevice own = strict.active(ANA);
        LoginHandle open = strict.desk.open(ANA);
        strict.push.refuse(DeliveryResult.Reason.REJECTED);
        int sent = strict.desk.sms.sent().size();
        assertThat(strict.clave.obtainPin(open)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(strict.desk.sms.sent()).hasSize(sent);
        assertThat(AppDesk.pinOn(own)).isNotEmpty();
    }

    @Test
    @DisplayName("a PIN that was replaced while the push service refused is not sent by SMS")
    void replacedMeanwhile() {
        PinOutcome[] faster = new PinOutcome[1];
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        store.afterNext(Step.WRITE, () -> {
            desk.later(MINUTE);
            app.push.recover();
            faster[0] = desk.clave.requestAgain(login);
            app.push.refuse(DeliveryResult.Reason.REJECTED);
        });
        int sent = desk.sms.sent().size();
        assertThat(desk.clave.obtainPin(login)).isInstanceOf(NotSent.class);
        assertThat(faster[0]).isInstanceOf(PinSent.class);
        assertThat(desk.sms.sent()).hasSize(sent);
        assertThat(phone.poll().orElseThrow().generation()).isEqualTo(2);
    }

    @Test
    @DisplayName("a login that was cancelled while the push service refused sends nothing more")
    void cancelledMeanwhile() {
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        store.afterNext(Step.WRITE, () -> desk.clave.cancel(login));
        int sent = desk.sms.sent().size();
        assertThat(desk.clave.obtainPin(login)).isInstanceOf(NotSent.class);
        assertThat(desk.sms.sent()).hasSize(sent);
    }

    @Test
    @DisplayName("the attempts that were used stay used across it")
    void attempts() {
        desk.obtain(login);
        assertThat(desk.clave.verify(login, Pins.otherThan(AppDesk.pinOn(phone))))
                .isEqualTo(new WrongPin(2));
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        assertThat(desk.later(MINUTE).again(login).attemptsLeft()).isEqualTo(2);
        assertThat(Optional.of(desk.pinOf(ANA))).contains(AppDesk.pinOn(phone));
    }

    @Test
    @DisplayName("a phone that is deactivated after both ways were used takes the PIN with it, also the one in the SMS")
    void lostPhone() {
        app.push.refuse(DeliveryResult.Reason.REJECTED);
        desk.obtain(login);
        String seen = AppDesk.pinOn(phone);
        app.clave.devices().deactivate(ANA.number(), app.idOf(ANA), "account");
        assertThat(desk.clave.verify(login, seen)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        desk.later(MINUTE).again(login);
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }
}

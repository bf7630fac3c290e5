package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.Reason;
import dev.clave.spi.AuditEvent.DeviceDeactivated;
import dev.clave.spi.AuditEvent.LoginDisowned;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.SteppingStore;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** "It was not me", and "deactivate", from the device. */
class NotMeTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final AppDesk app = new AppDesk();
    private final Desk desk = app.desk;
    private final FakeDevice phone = app.active(ANA);

    @Test
    @DisplayName("it ends that login, and is audited with the PIN that it answers")
    void ends() {
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        assertThat(phone.notMe()).isTrue();
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.CANCELLED));
        assertThat(desk.clave.requestAgain(login)).isEqualTo(new NotSent(Reason.CANCELLED));
        assertThat(phone.poll()).isEmpty();
        LoginDisowned event = desk.audit.last(LoginDisowned.class);
        assertThat(event.subject()).isEqualTo(app.clave.pseudonymOf(ANA.number()));
        assertThat(event.device()).isEqualTo(app.idOf(ANA).hex());
        assertThat(event.generation()).isEqualTo(1);
    }

    @Test
    @DisplayName("said twice, or replayed, it is done once")
    void twice() {
        app.openByApp(ANA);
        phone.poll();
        assertThat(phone.notMe()).isTrue();
        Desk.Work work = desk.workOf(() -> assertThat(phone.notMe()).isTrue());
        assertThat(work.writes()).isZero();
        assertThat(desk.events(LoginDisowned.class)).hasSize(1);
    }

    @Test
    @DisplayName("it ends the login even when an SMS has taken the place of the PIN that was shown")
    void afterSms() {
        LoginHandle login = app.openByApp(ANA);
        phone.poll();
        desk.later(MINUTE);
        desk.clave.requestAgain(login, Route.SMS);
        assertThat(phone.notMe()).isTrue();
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isEqualTo(new Denied(Reason.CANCELLED));
    }

    @Test
    @DisplayName("it ends no other login")
    void another() {
        app.openByApp(ANA);
        phone.poll();
        desk.later(MINUTE);
        LoginHandle second = app.openByApp(ANA);
        assertThat(phone.notMe()).isFalse();
        assertThat(desk.clave.verify(second, AppDesk.pinOn(phone))).isInstanceOf(Granted.class);
        assertThat(desk.events(LoginDisowned.class)).isEmpty();
    }

    @Test
    @DisplayName("after the grant it is too late, and the device is told so")
    void tooLate() {
        LoginHandle login = app.openByApp(ANA);
        desk.clave.verify(login, AppDesk.pinOn(phone));
        assertThat(phone.notMe()).isFalse();
    }

    @Test
    @DisplayName("a device that is active no longer ends nothing")
    void deactivated() {
        LoginHandle login = app.openByApp(ANA);
        phone.poll();
        app.clave.devices().deactivate(ANA.number(), app.idOf(ANA), "account");
        assertThat(phone.notMe()).isFalse();
        assertThat(desk.later(MINUTE).again(login).attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("the device deactivates itself, once; the PIN in it is dead")
    void deactivates() {
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        assertThat(phone.deactivate()).isTrue();
        assertThat(phone.deactivate()).as("it is not active").isTrue();
        assertThat(app.devices.activeOf(ANA)).isEmpty();
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.events(DeviceDeactivated.class))
                .hasSize(1)
                .allMatch(event -> event.by().equals("device"));
    }

    @Test
    @DisplayName("a device that was replaced deactivates itself alone")
    void replaced() {
        FakeDevice next = app.active(ANA, "New phone");
        phone.deactivate();
        app.openByApp(ANA);
        assertThat(next.poll()).isPresent();
        assertThat(desk.events(DeviceDeactivated.class)).isEmpty();
    }

    @Test
    @DisplayName("a deactivation that a broken store cut short is audited, and done by repeating it")
    void cutShort() {
        SteppingStore store = new SteppingStore();
        AppDesk broken = new AppDesk(store);
        FakeDevice own = broken.active(ANA);
        broken.openByApp(ANA);
        DeviceId device = broken.idOf(ANA);
        store.beforeNext(SteppingStore.Step.WRITE, () -> {
            throw new IllegalStateException("the connection is gone");
        });
        assertThatThrownBy(() -> broken.clave.devices().deactivate(ANA.number(), device, "account"))
                .isInstanceOf(ClaveUnavailableException.class);
        assertThat(broken.desk.events(DeviceDeactivated.class)).hasSize(1);
        broken.clave.devices().deactivate(ANA.number(), device, "account");
        assertThat(own.poll()).isEmpty();
        assertThat(broken.desk.events(DeviceDeactivated.class)).hasSize(1);
    }

    @Test
    @DisplayName("a registry that fails at a deactivation keeps no PIN in the app")
    void registryFails() {
        app.openByApp(ANA);
        DeviceId device = app.idOf(ANA);
        app.devices.failOnCall(1);
        assertThatThrownBy(() -> app.clave.devices().deactivate(ANA.number(), device, "account"))
                .isInstanceOf(ClaveUnavailableException.class);
        assertThat(phone.poll()).isEmpty();
    }
}

package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.NewDevice;
import dev.clave.NotSent;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Preset;
import dev.clave.Reason;
import dev.clave.Risk;
import dev.clave.Socket;
import dev.clave.WrongPin;
import dev.clave.identity.Problem;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.DeviceActivated;
import dev.clave.spi.AuditEvent.DeviceDeactivated;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import dev.clave.spi.SecurityNotice;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry.Step;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.ShownPin;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A device becomes a person's. */
class ActivationTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final AppDesk app = new AppDesk();
    private final Desk desk = app.desk;
    private final FakeDevice phone = app.phone("Pixel 9");

    @Test
    @DisplayName("the PIN comes by SMS, says what it is for, and makes the device the active one; the person is told")
    void whole() {
        LoginHandle login = desk.open(Desk.request(ANA).toActivate(AppDesk.offer(phone)));
        PinSent sent = desk.obtain(login);
        assertThat(sent.route().route()).isEqualTo(Route.SMS);
        assertThat(desk.phone(ANA).lastText()).startsWith("Demo: PIN ").contains("para activar un dispositivo");

        Activated activated = (Activated) app.finishActivation(ANA, phone, login);
        Device device = app.devices.activeOf(ANA).orElseThrow();
        assertThat(device.id()).isEqualTo(activated.device());
        assertThat(device.keys()).isEqualTo(phone.keys());
        assertThat(device.name()).isEqualTo("Pixel 9");
        assertThat(device.push().orElseThrow().value()).isEqualTo(phone.pushAddress());
        assertThat(device.activatedAt()).isEqualTo(activated.at()).isEqualTo(desk.clock.instant());
        assertThat(app.clave.devices().of(ANA.number())).contains(device);

        assertThat(desk.phone(ANA).notices())
                .extracting(SecurityNotice::kind)
                .containsExactly(SecurityNotice.Kind.DEVICE_ACTIVATED);
        assertThat(desk.audit.last(AccessGranted.class).purpose()).isEqualTo(PurposeKind.ACTIVATION);
        assertThat(desk.audit.last(DeviceActivated.class))
                .isEqualTo(new DeviceActivated(
                        app.clave.pseudonymOf(ANA.number()),
                        desk.clock.instant(),
                        desk.audit.last(AccessGranted.class).login(),
                        device.id().hex(),
                        ""));
        assertThat(app.finishActivation(ANA, phone, login)).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("another device takes its place; the one that was replaced is told, and gets nothing any more")
    void replaced() {
        FakeDevice old = app.active(ANA, "Old phone");
        DeviceId before = app.idOf(ANA);
        FakeDevice next = app.active(ANA, "New phone");
        assertThat(app.devices.activeOf(ANA).map(Device::name)).contains("New phone");
        assertThat(desk.audit.last(DeviceActivated.class).replaced()).isEqualTo(before.hex());
        assertThat(app.noticesOn(old))
                .hasSize(1)
                .allSatisfy(message ->
                        assertThat(((SecurityNotice) message).kind()).isEqualTo(SecurityNotice.Kind.DEVICE_REPLACED));

        app.openByApp(ANA);
        assertThat(old.poll()).isEmpty();
        assertThat(next.poll()).isPresent();
    }

    @Test
    @DisplayName("the same phone activated again is another activation; the token before is worth nothing")
    void twice() {
        FakeDevice again = app.active(ANA);
        DeviceId before = app.idOf(ANA);
        byte[] poll = again.pollRequest();
        Activated activated = (Activated) app.finishActivation(ANA, again, app.beginActivation(ANA, again));
        assertThat(activated.device()).isNotEqualTo(before);
        desk.later(MINUTE);
        app.openByApp(ANA);
        assertThat(again.read(app.clave.devices().answer(poll))).isEmpty();
        again.keep(activated.token().revealToken());
        assertThat(again.poll()).isPresent();
    }

    @Test
    @DisplayName("at least 6 symbols, whatever the policy; a login that identifies keeps to the policy")
    void sixSymbols() {
        AppDesk faithful = AppDesk.with(builder -> builder.policy(PinPolicy.builder(Preset.CLAVE_PIN)
                .acknowledge(Risk.UNDER_TWENTY_BITS)
                .build()));
        FakeDevice own = faithful.phone("Pixel 9");
        LoginHandle login = faithful.beginActivation(ANA, own);
        String pin = faithful.desk.pinOf(ANA);
        assertThat(pin).hasSize(6);
        assertThat(faithful.clave.devices().activate(login, pin.substring(0, 3), AppDesk.offer(own)))
                .isEqualTo(new Mistyped(Field.PIN, Problem.WRONG_LENGTH));
        assertThat(faithful.finishActivation(ANA, own, login)).isInstanceOf(Activated.class);

        faithful.desk.later(MINUTE);
        faithful.openByApp(ANA);
        own.keep(((Activated) again(faithful, own)).token().revealToken());
        faithful.desk.later(MINUTE);
        faithful.openByApp(ANA);
        assertThat(own.poll().map(ShownPin::revealPin).orElseThrow()).hasSize(3);
    }

    private static Object again(AppDesk desk, FakeDevice phone) {
        desk.desk.later(MINUTE);
        return desk.finishActivation(ANA, phone, desk.beginActivation(ANA, phone));
    }

    @Test
    @DisplayName("a longer PIN of the policy stays as long")
    void eightSymbols() {
        AppDesk longer = AppDesk.with(
                builder -> builder.policy(PinPolicy.builder().pinLength(8).build()));
        longer.beginActivation(ANA, longer.phone("Pixel 9"));
        assertThat(longer.desk.pinOf(ANA)).hasSize(8);
    }

    @Test
    @DisplayName("by SMS alone, an active device or not")
    void smsAlone() {
        app.active(ANA, "Old phone");
        Identified login = (Identified) desk.clave.identify(Desk.request(ANA).toActivate(AppDesk.offer(phone)));
        assertThat(login.routes()).hasSize(1).allMatch(route -> route.route() == Route.SMS);
        assertThat(desk.obtain(login.handle()).route().route()).isEqualTo(Route.SMS);
        desk.later(MINUTE);
        assertThat(desk.clave.requestAgain(login.handle(), Route.APP)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(desk.again(login.handle()).route().route()).isEqualTo(Route.SMS);
        assertThat(app.push.calls()).isZero();
    }

    @Test
    @DisplayName(
            "it identifies nobody, and nobody who identifies or signs activates: refused as another purpose, nothing charged")
    void otherPurpose() {
        LoginHandle activation = app.beginActivation(ANA, phone);
        String pin = desk.pinOf(ANA);
        Denied otherPurpose = new Denied(Reason.OTHER_PURPOSE);
        Desk.Work work = desk.workOf(() -> {
            assertThat(desk.clave.verify(activation, pin)).isEqualTo(otherPurpose);
            assertThat(desk.clave.verify(activation, pin, "text")).isEqualTo(otherPurpose);
        });
        assertThat(work.writes()).isZero();
        assertThat(app.finishActivation(ANA, phone, activation)).isInstanceOf(Activated.class);

        desk.later(MINUTE);
        for (LoginHandle other :
                List.of(desk.open(ANA), desk.open(Desk.request(ANA).toSign("Alta", "text")))) {
            assertThat(app.clave.devices().activate(other, "AAAAAA", AppDesk.offer(phone)))
                    .isIn(otherPurpose, new Denied(Reason.NOT_CURRENT));
        }
    }

    @Test
    @DisplayName("the PIN is good for the keys that it was sent for: others are a wrong PIN, in the same budgets")
    void otherKeys() {
        LoginHandle login = app.beginActivation(ANA, phone);
        FakeDevice stranger = app.phone("Pixel 9");
        assertThat(app.finishActivation(ANA, stranger, login)).isEqualTo(new WrongPin(2));
        NewDevice mixed = NewDevice.of(phone.sealingKey(), stranger.signingKey(), "Pixel 9", null);
        assertThat(app.clave.devices().activate(login, desk.pinOf(ANA), mixed)).isEqualTo(new WrongPin(1));
        NewDevice turned = NewDevice.of(phone.signingKey(), phone.sealingKey(), "Pixel 9", null);
        assertThat(app.clave.devices().activate(login, desk.pinOf(ANA), turned)).isEqualTo(new WrongPin(0));
        assertThat(app.finishActivation(ANA, phone, login)).isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));
        assertThat(app.devices.activeOf(ANA)).isEmpty();
    }

    @Test
    @DisplayName("what cannot be a device is said so, before anything is looked at")
    void mistyped() {
        String good = phone.sealingKey();
        String other = phone.signingKey();
        check(NewDevice.of(null, other, "x", null), Field.SEALING_KEY, Problem.EMPTY);
        check(NewDevice.of("AAAA", other, "x", null), Field.SEALING_KEY, Problem.WRONG_LENGTH);
        check(NewDevice.of(good, "+".repeat(good.length()), "x", null), Field.SIGNING_KEY, Problem.MALFORMED);
        check(NewDevice.of(good, good, "x", null), Field.SIGNING_KEY, Problem.SAME_KEY_TWICE);
        check(NewDevice.of(good, offCurve(other), "x", null), Field.SIGNING_KEY, Problem.NOT_ON_CURVE);
        check(NewDevice.of(good, other, null, null), Field.DEVICE_NAME, Problem.EMPTY);
        check(NewDevice.of(good, other, "x".repeat(41), null), Field.DEVICE_NAME, Problem.TOO_LONG);
        check(NewDevice.of(good, other, "a\u202Eb", null), Field.DEVICE_NAME, Problem.CONTROL_CHARACTER);
        check(NewDevice.of(good, other, "x", "ñ"), Field.PUSH_ADDRESS, Problem.MALFORMED);
        check(NewDevice.of(good, other, "x", "x".repeat(1_025)), Field.PUSH_ADDRESS, Problem.TOO_LONG);
    }

    private void check(NewDevice device, Field field, Problem problem) {
        Mistyped expected = new Mistyped(field, problem);
        Desk.Work work = desk.workOf(() -> {
            assertThat(desk.clave.identify(Desk.request(ANA).toActivate(device)))
                    .isEqualTo(expected);
            assertThat(app.clave.devices().activate(LoginHandle.of("x"), "AAAAAA", device))
                    .isEqualTo(expected);
        });
        assertThat(work).isEqualTo(new Desk.Work(0, 0, 0, 0, 0));
        assertThat(device).hasToString("NewDevice[redacted]");
    }

    /** The last bit of y: within the field, and beside the curve. */
    private static String offCurve(String key) {
        byte[] point = Base64.getUrlDecoder().decode(key);
        point[point.length - 1] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }

    @Test
    @DisplayName("devices that cannot be looked up end it, and nothing is charged")
    void registryDownBefore() {
        LoginHandle login = app.beginActivation(ANA, phone);
        app.devices.failAlways();
        Desk.Work work = desk.workOf(() -> closed(Socket.DEVICES, login));
        assertThat(work.writes()).isZero();
        app.devices.recover();
        assertThat(app.finishActivation(ANA, phone, login)).isInstanceOf(Activated.class);
    }

    @Test
    @DisplayName("a registry that fails while the device is written: the PIN is spent, and no token leaves")
    void registryDownAfter() {
        LoginHandle login = app.beginActivation(ANA, phone);
        app.devices.failOnCall(2);
        closed(Socket.DEVICES, login);
        assertThat(app.devices.activeOf(ANA)).isEmpty();
        assertThat(app.finishActivation(ANA, phone, login)).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("L08 an audit that fails: the PIN is spent, no device is active, no token leaves")
    void auditDown() {
        LoginHandle login = app.beginActivation(ANA, phone);
        desk.audit.failOnCall(1);
        closed(Socket.AUDIT, login);
        assertThat(app.devices.activeOf(ANA)).isEmpty();
    }

    private void closed(Socket socket, LoginHandle login) {
        assertThatThrownBy(() -> app.finishActivation(ANA, phone, login))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(socket));
    }

    @Test
    @DisplayName("of two activations at once the one that was overtaken begins again")
    void overtaken() {
        FakeDevice slow = app.phone("Slow");
        LoginHandle first = app.beginActivation(ANA, slow);
        app.devices.beforeNext(Step.ACTIVATE, () -> {
            desk.later(MINUTE);
            LoginHandle second = app.beginActivation(ANA, phone);
            assertThat(app.finishActivation(ANA, phone, second)).isInstanceOf(Activated.class);
        });
        assertThat(app.finishActivation(ANA, slow, first)).isEqualTo(new Denied(Reason.DEVICE_CHANGED));
        assertThat(app.devices.activeOf(ANA).map(Device::name)).contains("Pixel 9");
    }

    @Test
    @DisplayName("deactivated meanwhile, the place is another one: begin again")
    void deactivatedMeanwhile() {
        app.active(ANA, "Old phone");
        DeviceId old = app.idOf(ANA);
        LoginHandle login = app.beginActivation(ANA, phone);
        app.devices.beforeNext(Step.ACTIVATE, () -> app.clave.devices().deactivate(ANA.number(), old, "account"));
        assertThat(app.finishActivation(ANA, phone, login)).isEqualTo(new Denied(Reason.DEVICE_CHANGED));
        assertThat(app.devices.activeOf(ANA)).isEmpty();
    }

    @Test
    @DisplayName("from the account: the device that is named is deactivated, once, and it is audited")
    void deactivate() {
        app.active(ANA);
        DeviceId device = app.idOf(ANA);
        app.clave.devices().deactivate(ANA.number(), new DeviceId(1, 1), "account");
        assertThat(app.devices.activeOf(ANA)).isPresent();
        app.clave.devices().deactivate(ANA.number(), device, "account");
        app.clave.devices().deactivate(ANA.number(), device, "account");
        assertThat(app.devices.activeOf(ANA)).isEmpty();
        assertThat(desk.events(DeviceDeactivated.class))
                .containsExactly(new DeviceDeactivated(
                        app.clave.pseudonymOf(ANA.number()), desk.clock.instant(), device.hex(), "account"));
        assertThatThrownBy(() -> app.clave.devices().deactivate(ANA.number(), device, "a\nb"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a clave without devices says so")
    void withoutDevices() {
        Clave plain = new Desk().clave;
        assertThatThrownBy(plain::devices)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("devices(...)");
        assertThatThrownBy(() -> plain.identify(Desk.request(ANA).toActivate(AppDesk.offer(phone))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(
                        () -> new Desk().builder().channel(Route.APP, app.push).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("devices(...)");
    }

    @Test
    @DisplayName("a person who has no device is like anybody else")
    void nobodysDevice() {
        assertThat(app.clave.devices().of(ANA.number())).isEqualTo(Optional.empty());
        assertThat(desk.logIn(ANA)).isInstanceOf(Granted.class);
    }
}

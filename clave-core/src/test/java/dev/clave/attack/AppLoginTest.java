package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MaskedRoute;
import dev.clave.NewDevice;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AppNotice;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.Message;
import dev.clave.spi.Person;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.ShownPin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A PIN that goes to the app. */
class AppLoginTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final MaskedRoute APP = new MaskedRoute(Route.APP, "Pixel 9");
    private static final MaskedRoute SMS = new MaskedRoute(Route.SMS, "******018");

    private final AppDesk app = new AppDesk();
    private final Desk desk = app.desk;

    @Test
    @DisplayName("from the number to access, with the PIN in the app and nothing by SMS")
    void whole() {
        FakeDevice phone = app.active(ANA);
        int messages = desk.sms.sent().size();
        LoginHandle login = desk.open(ANA);
        PinSent sent = desk.obtain(login);

        assertThat(sent.route()).isEqualTo(APP);
        assertThat(sent.expiresAt()).isEqualTo(desk.clock.instant().plus(Duration.ofMinutes(10)));
        ShownPin shown = phone.poll().orElseThrow();
        assertThat(shown.organisation()).isEqualTo(AppDesk.ORGANISATION);
        assertThat(shown.purpose()).isEqualTo(PurposeKind.IDENTIFICATION);
        assertThat(shown.code()).isEqualTo(sent.code());
        assertThat(shown.generation()).isEqualTo(1);
        assertThat(shown.issued()).isEqualTo(desk.clock.instant());
        assertThat(shown.expires()).isEqualTo(sent.expiresAt());
        assertThat(shown.summary()).isEmpty();

        assertThat(desk.clave.verify(login, shown.revealPin())).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.person()).isEqualTo(ANA.number());
            assertThat(granted.route()).isEqualTo(Route.APP);
        });
        assertThat(desk.audit.last(PinMade.class).route()).isEqualTo(Route.APP);
        assertThat(desk.audit.last(AccessGranted.class).route()).isEqualTo(Route.APP);
        assertThat(desk.sms.sent()).hasSize(messages);
        assertThat(phone.poll()).as("a spent PIN is gone at the next poll").isEmpty();
    }

    @Test
    @DisplayName("who has shown that they hold the document is told both ways, the app first; nobody else is")
    void routes() {
        app.active(ANA);
        assertThat(desk.identify(ANA))
                .isInstanceOfSatisfying(
                        Identified.class, login -> assertThat(login.routes()).containsExactly(APP, SMS));
        int asked = app.devices.calls();
        assertThat(desk.identifyWrongly(ANA)).isInstanceOf(Refused.class);
        assertThat(desk.identify(FakePeople.ULISES)).isInstanceOf(Refused.class);
        assertThat(app.devices.calls()).isEqualTo(asked);
    }

    @Test
    @DisplayName(
            "D12 an SMS is sent only after a minute and on request; it is a new PIN, and the app's is dead in the same step")
    void smsInstead() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String old = AppDesk.pinOn(phone);
        Instant from = desk.clock.instant().plus(MINUTE);
        desk.laterMillis(59_999);
        assertThat(desk.clave.requestAgain(login, Route.SMS)).isEqualTo(new TryLater(from));
        assertThat(AppDesk.pinOn(phone)).isEqualTo(old);

        desk.laterMillis(1);
        assertThat(desk.clave.requestAgain(login, Route.SMS))
                .isInstanceOfSatisfying(
                        PinSent.class, sent -> assertThat(sent.route()).isEqualTo(SMS));
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.pinOf(ANA)).isNotEqualTo(old);
        assertThat(desk.clave.verify(login, old)).isEqualTo(new WrongPin(2));
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("to request again is to request the same way again, until another way is asked for")
    void again() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String first = AppDesk.pinOn(phone);
        PinSent second = desk.later(MINUTE).again(login);
        assertThat(second.route()).isEqualTo(APP);
        assertThat(phone.poll().orElseThrow().generation()).isEqualTo(2);
        assertThat(desk.clave.verify(login, first)).isInstanceOf(WrongPin.class);

        desk.later(MINUTE);
        assertThat(desk.clave.requestAgain(login, Route.SMS)).isInstanceOf(PinSent.class);
        assertThat(desk.clave.status(login))
                .isInstanceOfSatisfying(
                        PinSent.class, sent -> assertThat(sent.route()).isEqualTo(SMS));
    }

    @Test
    @DisplayName("after an SMS was asked for, the next one goes by SMS too; the app can be asked for again")
    void backToTheApp() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        desk.later(MINUTE);
        desk.clave.requestAgain(login, Route.SMS);
        desk.later(MINUTE);
        assertThat(desk.clave.requestAgain(login, Route.APP))
                .isInstanceOfSatisfying(
                        PinSent.class, sent -> assertThat(sent.route()).isEqualTo(APP));
        assertThat(desk.clave.verify(login, AppDesk.pinOn(phone))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("the app cannot be asked for where there is none: nothing is sent or charged")
    void noApp() {
        LoginHandle login = desk.open(ANA);
        desk.obtain(login);
        desk.later(MINUTE);
        Desk.Work work = desk.workOf(() ->
                assertThat(desk.clave.requestAgain(login, Route.APP)).isEqualTo(new NotSent(Reason.UNDELIVERABLE)));
        assertThat(work.writes()).isZero();
        assertThat(desk.clave.requestAgain(login)).isInstanceOf(PinSent.class);
    }

    @Test
    @DisplayName("the notice that may stand on a locked screen names who asks and what for, and nothing else")
    void notice() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = desk.open(Desk.request(ANA).toSign("Alta censal", "the text"));
        PinSent sent = desk.obtain(login);
        List<Message> notices = app.noticesOn(phone);

        assertThat(notices).hasSize(1);
        AppNotice notice = (AppNotice) notices.get(0);
        assertThat(notice.purpose()).isEqualTo(PurposeKind.SIGNATURE);
        assertThat(notice.text().reveal()).isEqualTo("Demo: Hay un PIN para firmar. Abra la app para verlo.");
        assertThat(notice.expiresAt()).isEqualTo(sent.expiresAt());
        new LeakDetector()
                .watch(ANA)
                .watch("PIN", AppDesk.pinOn(phone))
                .watch("code", sent.code())
                .watch("summary", "Alta censal")
                .check(notice, notice.text().reveal(), notice.id(), notice.to().value());
    }

    @Test
    @DisplayName("what is to be signed is read on the device alone; another text is a wrong PIN")
    void signing() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = desk.open(Desk.request(ANA).toSign("Alta censal", "the text"));
        desk.obtain(login);
        ShownPin shown = phone.poll().orElseThrow();

        assertThat(shown.purpose()).isEqualTo(PurposeKind.SIGNATURE);
        assertThat(shown.summary()).contains("Alta censal");
        assertThat(desk.clave.verify(login, shown.revealPin(), "another text")).isInstanceOf(WrongPin.class);
        assertThat(desk.clave.verify(login, shown.revealPin(), "the text"))
                .isInstanceOfSatisfying(
                        Granted.class, granted -> assertThat(granted.purpose()).isInstanceOf(Purpose.Signature.class));
    }

    @Test
    @DisplayName("the code of the person's choice is what the app shows")
    void chosenCode() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = desk.open(ANA);
        assertThat(desk.clave.obtainPin(login, "lua7")).isInstanceOf(PinSent.class);
        assertThat(phone.poll().orElseThrow().code()).isEqualTo("LUA7");
    }

    @Test
    @DisplayName("alive at 9:59.999, gone at 10:00.000; the device counts down to it")
    void expiry() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        desk.later(Duration.ofMinutes(10).minusMillis(1));
        assertThat(phone.poll()).isPresent();
        assertThat(phone.left()).isEqualTo(Duration.ofMillis(1));
        desk.laterMillis(1);
        assertThat(phone.poll()).isEmpty();
        assertThat(phone.left()).isZero();
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
    }

    @Test
    @DisplayName("a later login takes its place: the app shows the newer PIN")
    void newerLogin() {
        FakeDevice phone = app.active(ANA);
        app.openByApp(ANA);
        ShownPin first = phone.poll().orElseThrow();
        desk.later(MINUTE);
        LoginHandle second = desk.open(ANA);
        assertThat(phone.poll()).isEmpty();
        desk.obtain(second);
        ShownPin newer = phone.poll().orElseThrow();
        assertThat(newer.login()).isNotEqualTo(first.login());
        assertThat(desk.clave.verify(second, newer.revealPin())).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("a person without a phone is refused, an active device or not")
    void noPhone() {
        app.active(ANA);
        desk.registry.change(ANA, Person::withoutPhone);
        assertThat(desk.identify(ANA)).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("devices that cannot be looked up are as none while a way is chosen")
    void registryDownAtObtain() {
        app.active(ANA);
        LoginHandle login = desk.open(ANA);
        app.devices.failAlways();
        assertThat(desk.clave.obtainPin(login))
                .isInstanceOfSatisfying(
                        PinSent.class, sent -> assertThat(sent.route()).isEqualTo(SMS));
        assertThat(desk.clave.verify(login, desk.pinOf(ANA)))
                .as("a PIN that went by SMS asks for no device")
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName(
            "devices that cannot be looked up end the verification of a PIN that went by app, and nothing is charged")
    void registryDownAtVerify() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        app.devices.failAlways();
        Desk.Work work = desk.workOf(() -> assertThatThrownBy(() -> desk.clave.verify(login, Pins.otherThan(pin)))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(Socket.DEVICES)));
        assertThat(work.writes()).isZero();
        app.devices.recover();
        assertThat(desk.clave.verify(login, Pins.otherThan(pin))).isEqualTo(new WrongPin(2));
        assertThat(desk.clave.verify(login, pin)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("deactivated, the PIN in the app is dead: nothing is charged, and the next one goes by SMS")
    void deactivated() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        app.clave.devices().deactivate(ANA.number(), app.idOf(ANA), "account");

        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        PinSent sent = desk.later(MINUTE).again(login);
        assertThat(sent.route()).isEqualTo(SMS);
        assertThat(sent.attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("a device that changed behind our back: no PIN matches")
    void changedInTheRegistry() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = app.openByApp(ANA);
        String pin = AppDesk.pinOn(phone);
        Device mine = app.devices.activeOf(ANA).orElseThrow();
        FakeDevice stranger = app.phone("Pixel 9");
        app.devices.activate(
                ANA.number(),
                new Device(new DeviceId(1, 2), stranger.keys(), "Pixel 9", Optional.empty(), Instant.EPOCH),
                mine.id());
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new WrongPin(2));
    }

    @Test
    @DisplayName("a sealing key in the registry that is no point of the curve is as no device")
    void brokenKeyInTheRegistry() {
        byte[] off = new byte[DeviceKeys.BYTES];
        off[0] = 4;
        DeviceKeys keys = DeviceKeys.of(off, app.phone("x").keys().signing());
        app.devices.activate(
                ANA.number(), new Device(new DeviceId(1, 2), keys, "x", Optional.empty(), Instant.EPOCH), null);
        LoginHandle login = desk.open(ANA);
        assertThat(desk.obtain(login).route()).isEqualTo(SMS);
    }

    @Test
    @DisplayName("a device that gave no address is not told; its owner looks")
    void noPush() {
        FakeDevice phone = app.phone("Firefox");
        NewDevice offer = NewDevice.of(phone.sealingKey(), phone.signingKey(), phone.name(), null);
        LoginHandle activation = desk.open(Desk.request(ANA).toActivate(offer));
        desk.obtain(activation);
        Activated activated = (Activated) app.clave.devices().activate(activation, desk.pinOf(ANA), offer);
        phone.keep(activated.token().revealToken());
        desk.later(MINUTE);
        app.openByApp(ANA);
        assertThat(app.push.calls()).isZero();
        assertThat(phone.poll()).isPresent();
    }

    @Test
    @DisplayName("keys that changed behind our back, under the same name: no PIN matches")
    void keysChangedInTheRegistry() {
        Swapping registry = new Swapping(app.devices);
        FakeDevice phone = app.active(ANA);
        Clave other = desk.builder()
                .devices(registry)
                .organisation(AppDesk.ORGANISATION)
                .build();
        LoginHandle login = Desk.handle(other.identify(Desk.request(ANA)));
        other.obtainPin(login);
        String pin = AppDesk.pinOn(phone);
        DeviceKeys others = app.phone("stranger").keys();
        registry.swap = mine -> new Device(mine.id(), others, mine.name(), mine.push(), mine.activatedAt());
        assertThat(other.verify(login, pin)).isEqualTo(new WrongPin(2));
        registry.swap = mine -> mine;
        assertThat(other.verify(login, pin)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("L08 an audit that fails when the PIN is made: it is taken back from the app")
    void auditDown() {
        FakeDevice phone = app.active(ANA);
        LoginHandle login = desk.open(ANA);
        desk.audit.failOnCall(1);
        assertThatThrownBy(() -> desk.clave.obtainPin(login)).isInstanceOf(ClaveUnavailableException.class);
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }

    /** Somebody else writes to the table. */
    private static final class Swapping implements DeviceRegistry {
        private final DeviceRegistry devices;
        private UnaryOperator<Device> swap = mine -> mine;

        Swapping(DeviceRegistry devices) {
            this.devices = devices;
        }

        @Override
        public Optional<Device> find(IdentityNumber person) {
            return devices.find(person).map(swap);
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return devices.activate(person, device, replaced);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            return devices.deactivate(person, device);
        }
    }

    @Test
    @DisplayName("erasure ends the login and leaves no device active")
    void forget() {
        FakeDevice phone = app.active(ANA);
        app.openByApp(ANA);
        app.clave.forget(ANA.number(), "dpo");
        assertThat(phone.poll()).isEmpty();
        assertThat(app.devices.activeOf(ANA)).isEmpty();
        assertThat(app.clave.identify(LoginRequest.of(ANA.typedNumber(), ANA.typedContrast())))
                .isInstanceOfSatisfying(
                        Identified.class, login -> assertThat(login.routes()).containsExactly(SMS));
    }
}

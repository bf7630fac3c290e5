package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Activated;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry.Step;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.ShownPin;
import dev.clave.testkit.SteppingStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The app, the browser and the account at the same time: one live PIN and one active device, however they interleave. */
@Tag("slow")
class DeviceRaceTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration LATER = Duration.ofHours(3);

    private final SteppingStore store = new SteppingStore(new FakePinStore());
    private final AppDesk app = new AppDesk(store);
    private final Desk desk = app.desk;

    private void deactivate(DeviceId device) {
        app.clave.devices().deactivate(ANA.number(), device, "account");
    }

    @Test
    @DisplayName("deactivated after it was chosen and before the PIN is written: dead, and the next one goes by SMS")
    void deactivatedBeforeTheWrite() {
        FakeDevice phone = app.active(ANA);
        DeviceId device = app.idOf(ANA);
        LoginHandle login = desk.open(ANA);
        store.beforeNext(SteppingStore.Step.WRITE, () -> deactivate(device));
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        assertThat(desk.later(Duration.ofMinutes(1)).again(login).route().route())
                .isEqualTo(Route.SMS);
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("what a deactivated device was shown, before the sender looked again, opens nothing")
    void shownInBetween() {
        FakeDevice phone = app.active(ANA);
        DeviceId device = app.idOf(ANA);
        LoginHandle login = desk.open(ANA);
        List<String> seen = new ArrayList<>();
        store.beforeNext(SteppingStore.Step.WRITE, () -> deactivate(device));
        app.devices.beforeNext(Step.FIND, () -> {});
        app.devices.beforeNext(Step.FIND, () -> phone.poll().ifPresent(pin -> seen.add(pin.revealPin())));
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.UNDELIVERABLE));
        assertThat(seen).hasSize(1);
        assertThat(desk.clave.verify(login, seen.get(0))).isNotInstanceOf(Granted.class);
        desk.later(Duration.ofMinutes(1)).again(login);
        assertThat(desk.clave.verify(login, seen.get(0))).isNotInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("deactivated after the PIN is written: it is dead, and nothing is in the app")
    void deactivatedAfterTheWrite() {
        FakeDevice phone = app.active(ANA);
        DeviceId device = app.idOf(ANA);
        LoginHandle login = desk.open(ANA);
        store.afterNext(SteppingStore.Step.WRITE, () -> deactivate(device));
        assertThat(desk.clave.obtainPin(login)).isInstanceOf(NotSent.class);
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }

    @Test
    @DisplayName("deactivated while the deactivation waits between its two steps: nothing is in the app in the end")
    void deactivationWaits() {
        FakeDevice phone = app.active(ANA);
        DeviceId device = app.idOf(ANA);
        LoginHandle login = desk.open(ANA);
        app.devices.beforeNext(
                Step.DEACTIVATE, () -> assertThat(desk.clave.obtainPin(login)).isInstanceOf(PinSent.class));
        deactivate(device);
        assertThat(phone.poll()).isEmpty();
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }

    @Test
    @DisplayName("replaced after it was chosen: nothing is in the app of the one that was replaced")
    void replacedBeforeTheWrite() {
        FakeDevice old = app.active(ANA, "Old phone");
        FakeDevice next = app.phone("New phone");
        LoginHandle activation = app.beginActivation(ANA, next);
        String pin = desk.pinOf(ANA);
        LoginHandle[] login = new LoginHandle[1];
        app.devices.beforeNext(Step.ACTIVATE, () -> {
            desk.later(Duration.ofMinutes(1));
            login[0] = desk.open(ANA);
            desk.clave.obtainPin(login[0]);
            assertThat(old.poll()).as("it is the active one still").isPresent();
        });
        app.clave.devices().activate(activation, pin, AppDesk.offer(next));
        assertThat(app.devices.activeOf(ANA).map(Device::name)).contains("New phone");
        assertThat(old.poll()).isEmpty();
        assertThat(desk.clave.status(login[0])).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("verify against poll: one grant, and the PIN is gone")
    void verifyAgainstPoll(Shelf shelf) {
        AppDesk here = AppDesk.on(shelf);
        FakeDevice phone = here.active(ANA);
        try (Racers racers = new Racers(4)) {
            for (int round = 0; round < Racers.rounds(200); round++) {
                here.desk.later(LATER);
                LoginHandle login = here.openByApp(ANA);
                String pin = AppDesk.pinOn(phone);
                byte[] poll = phone.pollRequest();
                List<Object> answers = racers.race(racer -> racer < 2
                        ? here.clave.verify(login, pin)
                        : here.clave.devices().answer(poll));
                assertThat(answers.stream().filter(Granted.class::isInstance)).hasSize(1);
                assertThat(phone.poll()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("the PIN of the app against a request for an SMS: never both a grant and another PIN")
    void verifyAgainstSms() {
        FakeDevice phone = app.active(ANA);
        try (Racers racers = new Racers(2)) {
            for (int round = 0; round < Racers.rounds(300); round++) {
                desk.later(LATER);
                LoginHandle login = app.openByApp(ANA);
                String pin = AppDesk.pinOn(phone);
                desk.later(Duration.ofMinutes(1));
                List<Object> answers = racers.race(
                        racer -> racer == 0 ? app.clave.verify(login, pin) : app.clave.requestAgain(login, Route.SMS));
                boolean granted = answers.get(0) instanceof Granted;
                boolean sent = answers.get(1) instanceof PinSent;
                assertThat(granted).isNotEqualTo(sent);
                assertThat(phone.poll()).isEmpty();
                if (sent) {
                    assertThat(app.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
                }
            }
        }
        assertThat(desk.events(AccessGranted.class)).hasSize(Racers.rounds(300) + 1);
    }

    @Test
    @DisplayName(
            "deactivation against a login in every step: nothing is in the app afterwards, and no PIN of it is good")
    void deactivationAgainstLogin() {
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < Racers.rounds(200); round++) {
                desk.later(LATER);
                FakeDevice phone = app.active(ANA);
                DeviceId device = app.idOf(ANA);
                LoginHandle login = desk.open(ANA);
                byte[] poll = phone.pollRequest();
                List<Object> answers = racers.race(racer -> switch (racer) {
                    case 0 -> app.clave.obtainPin(login);
                    case 1 -> phone.read(app.clave.devices().answer(poll));
                    default -> {
                        deactivate(device);
                        yield "deactivated";
                    }
                });
                assertThat(phone.poll()).isEmpty();
                ((Optional<?>) answers.get(1))
                        .ifPresent(shown -> assertThat(app.clave.verify(login, ((ShownPin) shown).revealPin()))
                                .as("what it was shown before it was deactivated opens nothing afterwards")
                                .isNotInstanceOf(Granted.class));
                finish(login);
            }
        }
    }

    /** Whatever is alive is alive by SMS. */
    private void finish(LoginHandle login) {
        if (desk.clave.status(login) instanceof PinSent sent) {
            assertThat(sent.route().route()).isEqualTo(Route.SMS);
            AccessOutcome outcome = desk.clave.verify(login, desk.pinOf(ANA));
            assertThat(outcome).isInstanceOf(Granted.class);
        }
    }

    @Test
    @DisplayName("one PIN given twice at once activates one device, whose token alone is good")
    void samePinTwice() {
        try (Racers racers = new Racers(4)) {
            for (int round = 0; round < Racers.rounds(100); round++) {
                desk.later(LATER);
                FakeDevice phone = app.phone("Phone");
                LoginHandle login = app.beginActivation(ANA, phone);
                String pin = desk.pinOf(ANA);
                List<Object> answers =
                        racers.race(racer -> app.clave.devices().activate(login, pin, AppDesk.offer(phone)));
                List<DeviceId> active = answers.stream()
                        .filter(Activated.class::isInstance)
                        .map(answer -> ((Activated) answer).device())
                        .toList();
                assertThat(active).containsExactly(app.idOf(ANA));
            }
        }
    }

    @Test
    @DisplayName("of many activations, one after the other, the last is active, and its token alone is good")
    void activations() {
        List<FakeDevice> phones = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            desk.later(LATER);
            phones.add(app.active(ANA, "Phone " + round));
        }
        app.openByApp(ANA);
        assertThat(phones.stream().filter(phone -> phone.poll().isPresent())).hasSize(1);
    }
}

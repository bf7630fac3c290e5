package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Activated;
import dev.clave.ActivationOutcome;
import dev.clave.Clave;
import dev.clave.ClaveBuilder;
import dev.clave.LoginHandle;
import dev.clave.NewDevice;
import dev.clave.PinSent;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.Message;
import dev.clave.spi.PinStore;
import dev.clave.spi.PushAddress;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.ShownPin;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A desk at which people log in with the app on their phone. */
final class AppDesk {
    static final String ORGANISATION = "Demo";

    final FakeDeviceRegistry devices = new FakeDeviceRegistry();
    final FakePushGateway push = new FakePushGateway();
    final Desk desk;
    final Clave clave;

    private AppDesk(FakeClock clock, PinStore store, UnaryOperator<ClaveBuilder> change) {
        desk = new Desk(
                clock,
                store,
                builder -> change.apply(
                        builder.devices(devices).channel(Route.APP, push).organisation(ORGANISATION)));
        clave = desk.clave;
    }

    AppDesk(PinStore store) {
        this(new FakeClock(), store, same -> same);
    }

    static AppDesk on(Shelf shelf) {
        FakeClock clock = new FakeClock();
        return new AppDesk(clock, shelf.make(clock), same -> same);
    }

    AppDesk() {
        this(new FakePinStore());
    }

    static AppDesk with(UnaryOperator<ClaveBuilder> change) {
        return new AppDesk(new FakeClock(), new FakePinStore(), change);
    }

    /** A phone with the app, which is not active for anybody yet. */
    FakeDevice phone(String name) {
        return new FakeDevice(name, desk.clock, body -> clave.devices().answer(body));
    }

    static NewDevice offer(FakeDevice phone) {
        return NewDevice.of(phone.sealingKey(), phone.signingKey(), phone.name(), phone.pushAddress());
    }

    /** A login that is to activate a phone, as far as the PIN. */
    LoginHandle beginActivation(FakePerson person, FakeDevice phone) {
        LoginHandle login = desk.open(Desk.request(person).toActivate(offer(phone)));
        desk.obtain(login);
        return login;
    }

    ActivationOutcome finishActivation(FakePerson person, FakeDevice phone, LoginHandle login) {
        return clave.devices().activate(login, desk.pinOf(person), offer(phone));
    }

    /** A phone that is active, a minute later, so that the next PIN may be sent. */
    FakeDevice active(FakePerson person, String name) {
        FakeDevice phone = phone(name);
        ActivationOutcome outcome = finishActivation(person, phone, beginActivation(person, phone));
        assertThat(outcome).isInstanceOf(Activated.class);
        phone.keep(((Activated) outcome).token().revealToken());
        desk.later(Duration.ofSeconds(60));
        return phone;
    }

    FakeDevice active(FakePerson person) {
        return active(person, "Pixel 9");
    }

    DeviceId idOf(FakePerson person) {
        return devices.activeOf(person).map(Device::id).orElseThrow();
    }

    /** A login whose PIN went to the app. */
    LoginHandle openByApp(FakePerson person) {
        LoginHandle login = desk.open(person);
        PinSent sent = desk.obtain(login);
        assertThat(sent.route().route()).isEqualTo(Route.APP);
        return login;
    }

    static String pinOn(FakeDevice phone) {
        return phone.poll().map(ShownPin::revealPin).orElseThrow();
    }

    List<Message> noticesOn(FakeDevice phone) {
        return push.noticesOf(PushAddress.of(phone.pushAddress()));
    }
}

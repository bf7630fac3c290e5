package dev.clave.benchmarks.devices;

import dev.clave.Activated;
import dev.clave.Clave;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.NewDevice;
import dev.clave.PinSent;
import dev.clave.benchmarks.stores.Keys;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Two people with the app, of whom one has a PIN waiting. A poll changes nothing and may be sent twice within two minutes of the clock, which stands
 * still: each device has signed one, and it is answered again and again.
 */
@State(Scope.Benchmark)
public class PolledDevices {
    private final FakeClock clock = new FakeClock();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final Clave clave = Clave.builder()
            .registry(FakeRegistry.withEverybody())
            .channel(Route.SMS, sms)
            .devices(new FakeDeviceRegistry())
            .audit(event -> {})
            .keys(Keys.ring())
            .store(MemoryPinStore.withCapacity(100, clock))
            .clock(clock)
            .build();
    private final FakeDevice waiting = new FakeDevice("with a PIN", clock, clave.devices()::answer);
    private final FakeDevice idle = new FakeDevice("without", clock, clave.devices()::answer);
    private byte[] waitingPoll = {};
    private byte[] idlePoll = {};
    private int longest;

    /** Activates both, and sends a PIN to one. */
    @Setup
    public void activate() {
        activate(FakePeople.ANA, waiting);
        activate(FakePeople.EDURNE, idle);
        clock.advance(Duration.ofMinutes(2));
        PinSent sent = sent(identified(LoginRequest.of(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast())));
        if (sent.route().route() != Route.APP) {
            throw new IllegalStateException("the PIN went elsewhere");
        }
        waitingPoll = waiting.pollRequest();
        idlePoll = idle.pollRequest();
        longest = clave.devices().answer(idlePoll).length;
        check();
    }

    /** The devices open what they get. */
    @TearDown
    public void check() {
        if (waiting.read(pollWithPin()).isEmpty() || idle.read(poll()).isPresent()) {
            throw new IllegalStateException("not the PIN that waits");
        }
    }

    private void activate(FakePerson person, FakeDevice device) {
        NewDevice keys = NewDevice.of(device.sealingKey(), device.signingKey(), device.name(), "");
        LoginHandle login = identified(
                LoginRequest.of(person.typedNumber(), person.typedContrast()).toActivate(keys));
        sent(login);
        String pin = sms.phoneOf(person).lastPin();
        if (!(clave.devices().activate(login, pin, keys) instanceof Activated active)) {
            throw new IllegalStateException("the device was not activated");
        }
        device.keep(active.token().revealToken());
    }

    private LoginHandle identified(LoginRequest request) {
        if (clave.identify(request) instanceof Identified login) {
            return login.handle();
        }
        throw new IllegalStateException("no login was opened");
    }

    private PinSent sent(LoginHandle login) {
        if (clave.obtainPin(login) instanceof PinSent sent) {
            return sent;
        }
        throw new IllegalStateException("no PIN was sent");
    }

    byte[] pollWithPin() {
        byte[] answer = clave.devices().answer(waitingPoll);
        if (answer.length <= longest) {
            throw new IllegalStateException("there is no PIN in the answer");
        }
        return answer;
    }

    byte[] poll() {
        byte[] answer = clave.devices().answer(idlePoll);
        if (answer.length != longest) {
            throw new IllegalStateException("another answer than that there is nothing");
        }
        return answer;
    }
}

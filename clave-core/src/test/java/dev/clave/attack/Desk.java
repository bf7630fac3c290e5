package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.ClaveBuilder;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.PinGenerator;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.WrongPin;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePhone;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** A desk at which people log in: a clave with a fake on every socket. */
final class Desk {
    /** One for all: a source of randomness is dear to make. */
    static final PinGenerator GENERATOR = PinGenerator.approved();

    final FakeClock clock;
    final FakeRegistry registry;
    final FakeSmsGateway sms;
    final RecordingAudit audit;
    final FakeKeyRing keys;
    final PinStore store;
    final Clave clave;

    /** A login whose PIN has arrived. */
    record Ready(LoginHandle handle, String pin) {}

    Desk(FakeClock clock, PinStore store, UnaryOperator<ClaveBuilder> change) {
        this.clock = clock;
        this.registry = FakeRegistry.withEverybody();
        this.sms = new FakeSmsGateway();
        this.audit = new RecordingAudit();
        this.keys = FakeKeyRing.random();
        this.store = store;
        this.clave = change.apply(builder()).build();
    }

    private Desk(Desk other, String tenant) {
        this.clock = other.clock;
        this.registry = other.registry;
        this.sms = other.sms;
        this.audit = other.audit;
        this.keys = other.keys;
        this.store = other.store;
        this.clave = builder().tenant(tenant).build();
    }

    Desk() {
        this(new FakePinStore());
    }

    Desk(PinStore store) {
        this(new FakeClock(), store, same -> same);
    }

    static Desk on(Shelf shelf) {
        FakeClock clock = new FakeClock();
        return new Desk(clock, shelf.make(clock), same -> same);
    }

    static Desk with(UnaryOperator<ClaveBuilder> change) {
        return new Desk(new FakeClock(), new FakePinStore(), change);
    }

    /** The same sockets, for other people. */
    Desk forTenant(String tenant) {
        return new Desk(this, tenant);
    }

    /** The same sockets once more: another node, or another tenant. */
    ClaveBuilder builder() {
        return Clave.builder()
                .registry(registry)
                .channel(Route.SMS, sms)
                .audit(audit)
                .keys(keys)
                .store(store)
                .clock(clock)
                .generator(GENERATOR);
    }

    FakePinStore encoded() {
        return (FakePinStore) store;
    }

    IdentifyOutcome identify(FakePerson person) {
        return clave.identify(person.typedNumber(), person.typedContrast());
    }

    IdentifyOutcome identifyWrongly(FakePerson person) {
        return clave.identify(person.typedNumber(), person.typedWrongContrast());
    }

    static LoginRequest request(FakePerson person) {
        return LoginRequest.of(person.typedNumber(), person.typedContrast());
    }

    LoginHandle open(FakePerson person) {
        return handle(identify(person));
    }

    LoginHandle open(LoginRequest request) {
        return handle(clave.identify(request));
    }

    static LoginHandle handle(IdentifyOutcome outcome) {
        assertThat(outcome).isInstanceOf(Identified.class);
        return ((Identified) outcome).handle();
    }

    PinSent obtain(LoginHandle handle) {
        return sent(clave.obtainPin(handle));
    }

    PinSent again(LoginHandle handle) {
        return sent(clave.requestAgain(handle));
    }

    private static PinSent sent(PinOutcome outcome) {
        assertThat(outcome).isInstanceOf(PinSent.class);
        return (PinSent) outcome;
    }

    /** A login with a PIN, as far as the person's phone. */
    Ready ready(FakePerson person) {
        LoginHandle handle = open(person);
        obtain(handle);
        return new Ready(handle, pinOf(person));
    }

    Granted logIn(FakePerson person) {
        Ready ready = ready(person);
        AccessOutcome outcome = clave.verify(ready.handle(), ready.pin());
        assertThat(outcome).isInstanceOf(Granted.class);
        return (Granted) outcome;
    }

    FakePhone phone(FakePerson person) {
        return sms.phoneOf(person);
    }

    String pinOf(FakePerson person) {
        return phone(person).lastPin();
    }

    /** Gives wrong PINs, each of which is told to be one. */
    void missTimes(int times, Ready ready) {
        for (String wrong : Pins.otherThan(ready.pin(), times)) {
            assertThat(clave.verify(ready.handle(), wrong)).isInstanceOf(WrongPin.class);
        }
    }

    Desk later(Duration time) {
        clock.advance(time);
        return this;
    }

    Desk laterMillis(long millis) {
        return later(Duration.ofMillis(millis));
    }

    <E extends AuditEvent> List<E> events(Class<E> type) {
        return audit.all(type);
    }

    /** What a call may cost, and what it may leave behind. */
    record Work(int lookUps, int reads, int writes, int events, int messages) {
        Work since(Work before) {
            return new Work(
                    lookUps - before.lookUps,
                    reads - before.reads,
                    writes - before.writes,
                    events - before.events,
                    messages - before.messages);
        }
    }

    Work work() {
        return new Work(registry.calls(), encoded().reads(), encoded().writes(), audit.calls(), sms.calls());
    }

    /** What it costs to do something. */
    Work workOf(Runnable call) {
        Work before = work();
        call.run();
        return work().since(before);
    }
}

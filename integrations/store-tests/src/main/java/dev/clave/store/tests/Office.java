package dev.clave.store.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.PinGenerator;
import dev.clave.PinSent;
import dev.clave.WrongPin;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two nodes of one host over one store; all else is a fake. */
public final class Office {
    private static final PinGenerator GENERATOR = PinGenerator.approved();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The time of all nodes. It begins now, for an engine that forgets by its own clock. */
    public final FakeClock clock = new FakeClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    /** What has been remembered. */
    public final RecordingAudit audit = new RecordingAudit();

    private final FakeRegistry registry = FakeRegistry.withEverybody();
    private final FakeSmsGateway sms = new FakeSmsGateway();
    private final FakeKeyRing keys = FakeKeyRing.random();
    private final List<Clave> nodes;

    /** A login whose PIN has arrived. */
    public record Ready(LoginHandle handle, String pin) {}

    /** Nodes, each with an instance of the store. */
    public Office(PinStore... stores) {
        this.nodes = Stream.of(stores).map(this::node).toList();
    }

    private Clave node(PinStore store) {
        return Clave.builder()
                .registry(registry)
                .channel(Route.SMS, sms)
                .audit(audit)
                .keys(keys)
                .store(store)
                .clock(clock)
                .generator(GENERATOR)
                .build();
    }

    /** The nodes in turn. */
    public Clave node(int number) {
        return nodes.get(number % nodes.size());
    }

    /** Opens a login on a node. */
    public LoginHandle open(int node, FakePerson person) {
        return ((Identified) node(node).identify(person.typedNumber(), person.typedContrast())).handle();
    }

    /** A login that was opened on one node and whose PIN was asked for on the next. */
    public Ready ready(FakePerson person) {
        LoginHandle handle = open(0, person);
        assertThat(node(1).obtainPin(handle)).isInstanceOf(PinSent.class);
        return new Ready(handle, pinOf(person));
    }

    /** The PIN that arrived last. */
    public String pinOf(FakePerson person) {
        return sms.phoneOf(person).lastPin();
    }

    /** Logs in over both nodes. */
    public Granted logIn(FakePerson person) {
        Ready ready = ready(person);
        AccessOutcome outcome = node(0).verify(ready.handle(), ready.pin());
        assertThat(outcome).isInstanceOf(Granted.class);
        return (Granted) outcome;
    }

    /** Gives wrong PINs, on the nodes in turn. */
    public void missTimes(int times, Ready ready) {
        List<String> wrong = wrongPins(ready.pin(), times);
        for (int i = 0; i < times; i++) {
            assertThat(node(i).verify(ready.handle(), wrong.get(i))).isInstanceOf(WrongPin.class);
        }
    }

    /** Lets time pass. */
    public Office later(Duration time) {
        clock.advance(time);
        return this;
    }

    /** So many PINs, each different from the others and from the right one. */
    public static List<String> wrongPins(String right, int count) {
        return IntStream.range(0, count + 1)
                .mapToObj(i -> "AAAA" + ALPHABET.charAt(i / 32) + ALPHABET.charAt(i % 32))
                .filter(guess -> !guess.equals(right))
                .limit(count)
                .toList();
    }
}

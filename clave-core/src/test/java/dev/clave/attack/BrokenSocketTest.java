package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NotSent;
import dev.clave.Origin;
import dev.clave.PinGenerator;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.DeliveryResult;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.SteppingStore;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each socket fails at each of its calls in each step: the step ends closed and says which socket it was, and nothing else. */
class BrokenSocketTest {
    private static final FakePerson ANA = FakePeople.ANA;

    /** What a host asks for. */
    enum Step {
        IDENTIFY,
        IDENTIFY_WRONGLY,
        IDENTIFY_FROM_ORIGIN,
        OBTAIN,
        AGAIN,
        VERIFY,
        VERIFY_WRONGLY,
        STATUS,
        CANCEL,
        UNBLOCK,
        FORGET
    }

    /** What breaks. */
    enum Fault {
        REGISTRY(Socket.REGISTRY),
        AUDIT(Socket.AUDIT),
        KEYS(Socket.KEYS),
        RANDOM(Socket.RANDOM),
        READ(Socket.STORE),
        BEFORE_WRITE(Socket.STORE),
        AFTER_WRITE(Socket.STORE);

        private final Socket socket;

        Fault(Socket socket) {
            this.socket = socket;
        }
    }

    /** A desk whose every part can be broken. */
    private static final class Office {
        private final FakePinStore kept = new FakePinStore();
        private final SteppingStore store = new SteppingStore(kept);
        private final BreakableRandom random = new BreakableRandom();
        private final Desk desk =
                new Desk(new FakeClock(), store, builder -> builder.generator(PinGenerator.of(random)));
        private final Ready login;

        Office(Step step) {
            login = ready(step);
            desk.later(Duration.ofSeconds(60));
        }

        private Ready ready(Step step) {
            return switch (step) {
                case IDENTIFY, IDENTIFY_WRONGLY, IDENTIFY_FROM_ORIGIN -> new Ready(LoginHandle.of(null), "");
                case OBTAIN -> new Ready(desk.open(ANA), "");
                default -> desk.ready(ANA);
            };
        }

        void breakCall(Fault fault, int n) {
            switch (fault) {
                case REGISTRY -> desk.registry.failOnCall(n);
                case AUDIT -> desk.audit.failOnCall(n);
                case KEYS -> desk.keys.failOnCall(n);
                case RANDOM -> random.failOnCall(n);
                case READ -> store.failOnRead(n);
                case BEFORE_WRITE -> store.failBeforeWrite(n);
                case AFTER_WRITE -> store.failAfterWrite(n);
            }
        }

        void repair() {
            desk.registry.recover();
            desk.audit.recover();
            desk.keys.recover();
            random.failOnCall(Integer.MAX_VALUE);
            store.recover();
        }

        Object call(Step step) {
            return switch (step) {
                case IDENTIFY -> desk.identify(ANA);
                case IDENTIFY_WRONGLY -> desk.identifyWrongly(ANA);
                case IDENTIFY_FROM_ORIGIN -> desk.clave.identify(fromSomewhere());
                case OBTAIN -> desk.clave.obtainPin(login.handle());
                case AGAIN -> desk.clave.requestAgain(login.handle());
                case VERIFY -> desk.clave.verify(login.handle(), login.pin());
                case VERIFY_WRONGLY -> desk.clave.verify(login.handle(), Pins.otherThan(login.pin()));
                case STATUS -> desk.clave.status(login.handle());
                case CANCEL -> desk.clave.cancel(login.handle());
                case UNBLOCK -> act(() -> desk.clave.unblock(ANA.number(), "test"));
                case FORGET -> act(() -> desk.clave.forget(ANA.number(), "test"));
            };
        }

        private static Object act(Runnable call) {
            call.run();
            return "done";
        }

        private static LoginRequest fromSomewhere() {
            return Desk.request(ANA).from(Origin.of(InetAddress.getLoopbackAddress()));
        }
    }

    static Stream<Arguments> faults() {
        return Arrays.stream(Step.values())
                .flatMap(step -> Arrays.stream(Fault.values()).map(fault -> Arguments.of(step, fault)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("faults")
    @DisplayName(
            "C10 G06 L08 a socket that throws: unavailable, named, without personal data; nothing sent, no write repeated")
    void closed(Step step, Fault fault) {
        int broken = 0;
        while (breaksAt(step, fault, broken + 1)) {
            broken++;
        }
        assertThat(broken).isEqualTo(expectedCalls(step, fault));
    }

    private static int expectedCalls(Step step, Fault fault) {
        return switch (fault) {
            case REGISTRY -> step == Step.CANCEL || step == Step.UNBLOCK || step == Step.FORGET ? 0 : 1;
            case AUDIT -> step == Step.STATUS ? 0 : 1;
            case KEYS -> keyCalls(step);
            case RANDOM -> randomCalls(step);
            case READ -> step == Step.IDENTIFY_FROM_ORIGIN ? 2 : 1;
            case BEFORE_WRITE, AFTER_WRITE -> writes(step);
        };
    }

    private static int keyCalls(Step step) {
        return switch (step) {
            case IDENTIFY, IDENTIFY_WRONGLY -> 4;
            case IDENTIFY_FROM_ORIGIN -> 5;
            case OBTAIN, AGAIN, VERIFY, VERIFY_WRONGLY -> 4;
            case STATUS, CANCEL, UNBLOCK, FORGET -> 2;
        };
    }

    private static int randomCalls(Step step) {
        return switch (step) {
            case IDENTIFY, IDENTIFY_WRONGLY, IDENTIFY_FROM_ORIGIN, OBTAIN, AGAIN -> 1;
            default -> 0;
        };
    }

    private static int writes(Step step) {
        return switch (step) {
            case STATUS, UNBLOCK -> 0;
            case IDENTIFY_FROM_ORIGIN -> 2;
            default -> 1;
        };
    }

    /** Whether the step has an n-th call of the socket, and then ends closed. */
    private static boolean breaksAt(Step step, Fault fault, int n) {
        Office office = new Office(step);
        int sent = office.desk.sms.calls();
        int writes = office.store.writes();
        office.breakCall(fault, n);
        Throwable thrown = catchThrowable(() -> office.call(step));
        if (thrown == null) {
            return false;
        }
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(fault.socket));
        detector(office.login).check(thrown);
        assertThat(office.desk.sms.calls()).isEqualTo(sent);
        int written = office.store.writes() - writes;
        assertThat(written).isLessThanOrEqualTo(step == Step.IDENTIFY_FROM_ORIGIN ? 2 : 1);
        if (fault == Fault.BEFORE_WRITE || fault == Fault.AFTER_WRITE) {
            assertThat(written).isEqualTo(n);
        }
        office.repair();
        afterwards(office, step, written > 0 && fault != Fault.BEFORE_WRITE);
        return true;
    }

    private static LeakDetector detector(Ready login) {
        LeakDetector leaks = new LeakDetector().watch(ANA);
        if (!login.pin().isEmpty()) {
            leaks.watch("PIN", login.pin());
        }
        return login.handle().revealToken().isEmpty()
                ? leaks
                : leaks.watch("handle", login.handle().revealToken());
    }

    /** What was written is charged, and what was not is not. */
    private static void afterwards(Office office, Step step, boolean written) {
        Desk desk = office.desk;
        LoginHandle handle = office.login.handle();
        String pin = office.login.pin();
        switch (step) {
            case OBTAIN -> assertThat(desk.clave.status(handle)).isInstanceOf(written ? PinSent.class : NotSent.class);
            case AGAIN ->
                assertThat(desk.clave.verify(handle, pin)).isInstanceOf(written ? WrongPin.class : Granted.class);
            case VERIFY ->
                assertThat(desk.clave.verify(handle, pin)).isInstanceOf(written ? Denied.class : Granted.class);
            case VERIFY_WRONGLY ->
                assertThat(((PinSent) desk.clave.status(handle)).attemptsLeft()).isEqualTo(written ? 2 : 3);
            case CANCEL -> assertThat(desk.clave.status(handle)).isInstanceOf(written ? NotSent.class : PinSent.class);
            default -> assertThat(desk.clave.counts()).isNotEmpty();
        }
    }

    @Test
    @DisplayName(
            "C10 what a registry throws, with personal data in message and cause, or null, or a linkage error, comes out bare")
    void leakyRegistry() {
        RuntimeException talkative = new IllegalStateException(
                "no row for 99999018D", new IllegalArgumentException("phone +34600000018, 15-03-2031"));
        talkative.addSuppressed(new IllegalArgumentException("99999018D"));
        bare(Desk.with(builder -> builder.registry(number -> {
            throw talkative;
        })));
        bare(Desk.with(builder -> builder.registry(number -> {
            throw new NoClassDefFoundError("99999018D");
        })));
        bare(Desk.with(builder -> builder.registry(number -> null)));
    }

    private static void bare(Desk desk) {
        Throwable thrown = catchThrowable(() -> desk.identify(ANA));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(Socket.REGISTRY));
        new LeakDetector().watch(ANA).check(thrown);
        assertThat(desk.encoded().writes()).isZero();
        assertThatThrownBy(() -> desk.identify(FakePeople.ULISES))
                .as("no hint that a person exists")
                .hasSameClassAs(thrown)
                .hasMessage(thrown.getMessage());
    }

    @Test
    @DisplayName("L08 the audit is down at the right PIN: the PIN is spent and no grant leaves, then or later")
    void auditDown() {
        Desk desk = new Desk();
        Ready login = desk.ready(ANA);
        desk.audit.failAlways();
        assertThatThrownBy(() -> desk.clave.verify(login.handle(), login.pin()))
                .isInstanceOf(ClaveUnavailableException.class)
                .hasMessageContaining("AUDIT");
        desk.audit.recover();
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("L08 the audit is down when a delivery has failed: unavailable, the PIN is made and not sent again")
    void auditDownAfterDelivery() {
        Desk desk = new Desk();
        LoginHandle login = desk.open(ANA);
        desk.sms.refuse(DeliveryResult.Reason.UNREACHABLE);
        desk.audit.failOnCall(2);
        assertThatThrownBy(() -> desk.clave.obtainPin(login)).isInstanceOf(ClaveUnavailableException.class);
        assertThat(desk.events(PinMade.class)).hasSize(1);
        assertThat(desk.sms.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("G06 a generator that throws at identify or obtain: nothing is stored, nothing is sent")
    void noRandomness() {
        BreakableRandom random = new BreakableRandom();
        Desk desk = Desk.with(builder -> builder.generator(PinGenerator.of(random)));
        random.failOnCall(1);
        assertThatThrownBy(() -> desk.identify(ANA)).hasMessageContaining("RANDOM");
        assertThat(desk.encoded().size()).isZero();
        LoginHandle login = desk.open(ANA);
        int writes = desk.encoded().writes();
        random.failOnCall(1);
        assertThatThrownBy(() -> desk.clave.obtainPin(login)).hasMessageContaining("RANDOM");
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.sms.calls()).isZero();
    }
}

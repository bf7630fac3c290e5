package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.SteppingStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The process dies at a step of the store, and another one goes on with what was written. */
class CrashTest {
    private final FakePinStore kept = new FakePinStore();
    private final SteppingStore store = new SteppingStore(kept);
    private final Desk desk = new Desk(store);

    private static void crashes(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(Socket.STORE));
    }

    private Clave restarted() {
        return desk.builder().build();
    }

    @Test
    @DisplayName(
            "S11 a crash before the write of the right PIN loses nothing; one after it loses the grant and never makes one")
    void rightPin() {
        Ready login = desk.ready(FakePeople.ANA);
        store.failBeforeWrite(1);
        crashes(() -> desk.clave.verify(login.handle(), login.pin()));
        int writes = kept.writes();
        store.failAfterWrite(1);
        crashes(() -> restarted().verify(login.handle(), login.pin()));

        assertThat(kept.writes() - writes).isEqualTo(1);
        assertThat(restarted().verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("S11 a crash after the write of a wrong PIN has charged it, one before has not")
    void wrongPin() {
        Ready login = desk.ready(FakePeople.ANA);
        String wrong = Pins.otherThan(login.pin());
        store.failAfterWrite(1);
        crashes(() -> desk.clave.verify(login.handle(), wrong));
        store.failBeforeWrite(1);
        crashes(() -> desk.clave.verify(login.handle(), wrong));

        assertThat(restarted().verify(login.handle(), wrong)).isEqualTo(new WrongPin(1));
    }

    @Test
    @DisplayName("S11 a crash at identify leaves the old login alive or has ended it, and no other")
    void identify() {
        Ready login = desk.ready(FakePeople.ANA);
        store.failBeforeWrite(1);
        crashes(() -> desk.identify(FakePeople.ANA));
        assertThat(restarted().status(login.handle())).isInstanceOf(PinSent.class);
        store.failAfterWrite(1);
        crashes(() -> desk.identify(FakePeople.ANA));
        assertThat(restarted().verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.NOT_CURRENT));
    }

    @Test
    @DisplayName("S11 a crash at obtain sends nothing; what was written counts as the first PIN")
    void obtain() {
        LoginHandle login = desk.open(FakePeople.ANA);
        store.failBeforeWrite(1);
        crashes(() -> desk.clave.obtainPin(login));
        assertThat(restarted().status(login)).isEqualTo(new NotSent(Reason.NO_PIN_YET));
        store.failAfterWrite(1);
        crashes(() -> desk.clave.obtainPin(login));
        assertThat(restarted().obtainPin(login)).isInstanceOf(PinSent.class);
        assertThat(desk.sms.calls()).isZero();

        desk.later(Duration.ofSeconds(60));
        desk.again(login);
        assertThat(restarted().verify(login, desk.pinOf(FakePeople.ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("S11 a crash at request again leaves the old PIN alive or has killed it, and sends nothing")
    void again() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(Duration.ofSeconds(60));
        store.failBeforeWrite(1);
        crashes(() -> desk.clave.requestAgain(login.handle()));
        assertThat(restarted().status(login.handle())).isInstanceOf(PinSent.class);
        store.failAfterWrite(1);
        crashes(() -> desk.clave.requestAgain(login.handle()));
        assertThat(restarted().verify(login.handle(), login.pin())).isEqualTo(new WrongPin(2));
        assertThat(desk.sms.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("S11 a crash at cancel, unblock or forget has done it or not, and is told as unknown")
    void ends() {
        Ready login = desk.ready(FakePeople.ANA);
        store.failBeforeWrite(1);
        crashes(() -> desk.clave.cancel(login.handle()));
        assertThat(restarted().status(login.handle())).isInstanceOf(PinSent.class);
        store.failAfterWrite(1);
        crashes(() -> desk.clave.cancel(login.handle()));
        assertThat(restarted().cancel(login.handle())).isEqualTo(Reason.CANCELLED);
        store.failAfterWrite(1);
        crashes(() -> desk.clave.forget(FakePeople.ANA.number(), "test"));
        assertThat(restarted().cancel(login.handle())).isEqualTo(Reason.NOT_CURRENT);
    }

    /** What is known of the logins of one walk. */
    private static final class History {
        private final Map<LoginHandle, Integer> grants = new HashMap<>();
        private final Map<LoginHandle, Integer> wrong = new HashMap<>();
        private final Set<String> deadPins = new HashSet<>();
        private int told;

        void note(LoginHandle login, String pin, AccessOutcome outcome) {
            if (outcome instanceof Granted) {
                assertThat(deadPins).doesNotContain(pin);
                assertThat(grants.merge(login, 1, Integer::sum)).isEqualTo(1);
            } else if (outcome instanceof WrongPin) {
                told++;
                assertThat(wrong.merge(login, 1, Integer::sum)).isLessThanOrEqualTo(3);
            }
        }
    }

    @Test
    @DisplayName(
            "S11 10,000 random steps with a crash at every fifth store access: one grant, three wrong answers, no dead PIN, no lost charge")
    void randomWalks() {
        SplittableRandom random = new SplittableRandom(20_260_504);
        int granted = 0;
        for (int walk = 0; walk < Racers.rounds(100); walk++) {
            Desk walker = new Desk(new SteppingStore(new FakePinStore()));
            History history = new History();
            new Walk(walker, history, random).steps(100);
            assertThat(history.told).as("10, and one that came back").isLessThanOrEqualTo(11);
            granted += history.grants.size();
        }
        assertThat(granted).isGreaterThan(50);
    }

    /** Somebody who does whatever can be done, while things break. */
    private static final class Walk {
        private final Desk desk;
        private final SteppingStore store;
        private final History history;
        private final SplittableRandom random;
        private LoginHandle login = LoginHandle.of(null);
        private LoginHandle before = LoginHandle.of(null);
        private String pin = "AAAAAA";

        Walk(Desk desk, History history, SplittableRandom random) {
            this.desk = desk;
            this.store = (SteppingStore) desk.store;
            this.history = history;
            this.random = random;
        }

        void steps(int count) {
            for (int i = 0; i < count; i++) {
                desk.later(Duration.ofSeconds(random.nextInt(120)));
                breakSomething();
                Clave node = random.nextBoolean() ? desk.clave : desk.builder().build();
                try {
                    step(node);
                } catch (ClaveUnavailableException closed) {
                    assertThat(closed.socket()).isEqualTo(Socket.STORE);
                }
                store.recover();
            }
        }

        private void breakSomething() {
            switch (random.nextInt(15)) {
                case 0 -> store.failOnRead(1);
                case 1 -> store.failBeforeWrite(1);
                case 2 -> store.failAfterWrite(1);
                default -> {}
            }
        }

        private void step(Clave node) {
            switch (random.nextInt(8)) {
                case 0 -> identify(node);
                case 1 -> arrive(node.obtainPin(login));
                case 2 -> again(node);
                case 3 -> give(node, login, Pins.otherThan(pin));
                case 4, 5 -> give(node, login, pin);
                case 6 -> give(node, before, pin);
                default -> node.status(login);
            }
        }

        /** Whether it comes back or not, the old login may be over now; what comes back is certain. */
        private void identify(Clave node) {
            IdentifyOutcome outcome = node.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast());
            if (outcome instanceof Identified opened) {
                history.deadPins.add(pin);
                before = login;
                login = opened.handle();
            }
        }

        private void again(Clave node) {
            PinOutcome outcome = node.requestAgain(login);
            if (outcome instanceof PinSent) {
                history.deadPins.add(pin);
            }
            arrive(outcome);
        }

        private void arrive(PinOutcome outcome) {
            if (outcome instanceof PinSent
                    && !desk.phone(FakePeople.ANA).pinMessages().isEmpty()) {
                pin = desk.pinOf(FakePeople.ANA);
            }
        }

        private void give(Clave node, LoginHandle handle, String typed) {
            history.note(handle, typed, node.verify(handle, typed));
        }
    }
}

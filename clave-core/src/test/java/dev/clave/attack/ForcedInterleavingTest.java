package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.AccessOutcome;
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
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.AttemptTooLate;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.AuditEvent.WrongPinGiven;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.SteppingStore;
import dev.clave.testkit.SteppingStore.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A call is overtaken between its read and its write, at each place where that could matter. */
class ForcedInterleavingTest {
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final FakePinStore kept = new FakePinStore();
    private final SteppingStore store = new SteppingStore(kept);
    private final Desk desk = new Desk(store);
    private final List<Object> faster = new ArrayList<>();

    /** The next write comes too late: this was faster. */
    private void overtake(Supplier<?> call) {
        store.beforeNext(Step.WRITE, () -> faster.add(call.get()));
    }

    private AccessOutcome verify(Ready login) {
        return desk.clave.verify(login.handle(), login.pin());
    }

    @Test
    @DisplayName("S01 the right PIN, overtaken by the same PIN: one grant")
    void byTheSamePin() {
        Ready login = desk.ready(FakePeople.ANA);
        overtake(() -> verify(login));

        assertThat(verify(login)).isEqualTo(new Denied(Reason.ALREADY_USED));
        assertThat(faster).hasOnlyElementsOfType(Granted.class).hasSize(1);
        assertThat(desk.events(AccessGranted.class)).hasSize(1);
    }

    @Test
    @DisplayName(
            "S02 the right PIN, overtaken by three wrong ones: the login is over, and what was compared is forgotten")
    void byWrongPins() {
        Ready login = desk.ready(FakePeople.ANA);
        overtake(() -> {
            desk.missTimes(3, login);
            return "missed";
        });

        assertThat(verify(login)).isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));
        assertThat(desk.events(AccessGranted.class)).isEmpty();
    }

    @Test
    @DisplayName("S02 a fourth wrong PIN, overtaken by the third: it is not answered on its merits")
    void fourthByThird() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.missTimes(2, login);
        List<String> wrong = Pins.otherThan(login.pin(), 4);
        overtake(() -> desk.clave.verify(login.handle(), wrong.get(2)));

        assertThat(desk.clave.verify(login.handle(), wrong.get(3))).isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));
        assertThat(faster).containsExactly(new WrongPin(0));
        assertThat(desk.events(WrongPinGiven.class)).hasSize(3);
    }

    @Test
    @DisplayName("S05 the old PIN, overtaken by request again: a wrong PIN of the new generation")
    void verifyByAgain() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(PAUSE);
        overtake(() -> desk.clave.requestAgain(login.handle()));

        assertThat(verify(login)).isEqualTo(new WrongPin(2));
        assertThat(faster).hasOnlyElementsOfType(PinSent.class).hasSize(1);
        assertThat(desk.clave.verify(login.handle(), desk.pinOf(FakePeople.ANA)))
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("S05 request again, overtaken by the right PIN: nothing is sent")
    void againByVerify() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(PAUSE);
        overtake(() -> verify(login));

        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new NotSent(Reason.ALREADY_USED));
        assertThat(faster).hasOnlyElementsOfType(Granted.class).hasSize(1);
        assertThat(desk.sms.calls()).isEqualTo(1);
        assertThat(desk.events(PinMade.class)).hasSize(1);
    }

    @Test
    @DisplayName("S05 request again, overtaken by a wrong PIN: the attempt stays used")
    void againByWrongPin() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(PAUSE);
        overtake(() -> desk.clave.verify(login.handle(), Pins.otherThan(login.pin())));

        PinOutcome again = desk.clave.requestAgain(login.handle());

        assertThat(((PinSent) again).attemptsLeft()).isEqualTo(2);
    }

    @Test
    @DisplayName("S06 the right PIN, overtaken by a new login: not current, and the new login is unharmed")
    void verifyByNewLogin() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(PAUSE);
        overtake(() -> desk.identify(FakePeople.ANA));

        assertThat(verify(login)).isEqualTo(new Denied(Reason.NOT_CURRENT));
        LoginHandle next = ((Identified) faster.get(0)).handle();
        assertThat(desk.obtain(next).attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("S06 a new login, overtaken by the right PIN: granted first, then opened")
    void newLoginByVerify() {
        Ready login = desk.ready(FakePeople.ANA);
        overtake(() -> verify(login));

        IdentifyOutcome next = desk.identify(FakePeople.ANA);

        assertThat(faster).hasOnlyElementsOfType(Granted.class).hasSize(1);
        assertThat(next).isInstanceOf(Identified.class);
        assertThat(verify(login)).isEqualTo(new Denied(Reason.NOT_CURRENT));
    }

    @Test
    @DisplayName("S06 obtain, overtaken by a new login: no PIN goes out for the login that is gone")
    void obtainByNewLogin() {
        LoginHandle login = desk.open(FakePeople.ANA);
        overtake(() -> desk.identify(FakePeople.ANA));

        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.sms.calls()).isZero();
    }

    @Test
    @DisplayName("S07 the right PIN, overtaken by cancel: cancelled; cancel, overtaken by the right PIN: used")
    void cancel() {
        Ready first = desk.ready(FakePeople.ANA);
        overtake(() -> desk.clave.cancel(first.handle()));
        assertThat(verify(first)).isEqualTo(new Denied(Reason.CANCELLED));

        Ready second = desk.later(PAUSE).ready(FakePeople.ANA);
        overtake(() -> verify(second));
        assertThat(desk.clave.cancel(second.handle())).isEqualTo(Reason.ALREADY_USED);
        assertThat(faster.get(1)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("S04 the PIN expires while the entry is read: expired, nothing charged")
    void expiresDuringRead() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(Duration.ofMinutes(10).minusMillis(1));
        int writes = kept.writes();
        store.afterNext(Step.READ, () -> desk.laterMillis(1));

        assertThat(verify(login)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(kept.writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName(
            "S04 the PIN expires while the entry is written: right or wrong, told as expired, and audited as too late or charged")
    void expiresDuringWrite() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(Duration.ofMinutes(10).minusMillis(1));
        store.afterNext(Step.WRITE, () -> desk.laterMillis(1));
        assertThat(desk.clave.verify(login.handle(), Pins.otherThan(login.pin())))
                .isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.events(WrongPinGiven.class)).hasSize(1);

        Ready next = desk.ready(FakePeople.ANA);
        desk.later(Duration.ofMinutes(10).minusMillis(1));
        store.beforeNext(Step.WRITE, () -> desk.laterMillis(1));
        assertThat(verify(next)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.events(AccessGranted.class)).isEmpty();
        assertThat(desk.events(AttemptTooLate.class)).hasSize(1);
        assertThat(verify(next)).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("S04 a PIN that expires before it could be sent is not sent")
    void expiresBeforeSending() {
        LoginHandle login = desk.open(FakePeople.ANA);
        store.afterNext(Step.WRITE, () -> desk.later(Duration.ofMinutes(10)));

        assertThat(desk.clave.obtainPin(login)).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        assertThat(desk.sms.calls()).isZero();
        assertThat(desk.events(PinMade.class)).hasSize(1);
    }

    @Test
    @DisplayName(
            "S01 the entry is forgotten between read and write: the login is unknown, and nothing comes back to life")
    void forgotten() {
        Ready login = desk.ready(FakePeople.ANA);
        store.afterNext(Step.READ, kept::forgetAll);

        assertThat(verify(login)).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(kept.size()).isZero();
    }

    private void touchBeforeTheNextWrites(int count) {
        for (int i = 0; i < count; i++) {
            store.beforeNext(Step.WRITE, this::touch);
        }
    }

    /** Another node writes the same once more. */
    private void touch() {
        kept.entries()
                .forEach((key, entry) ->
                        kept.overwrite(key, StoredEntry.of(entry.version() + 1, entry.keepUntil(), entry.content())));
    }

    @Test
    @DisplayName("S14 an entry that others change faster is tried 64 times, then the call ends closed")
    void alwaysFaster() {
        Ready login = desk.ready(FakePeople.ANA);
        int writes = kept.writes();
        touchBeforeTheNextWrites(64);
        assertThatThrownBy(() -> verify(login))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        closed -> assertThat(closed.socket()).isEqualTo(Socket.STORE));
        assertThat(kept.writes() - writes).isEqualTo(64);
        assertThat(desk.events(AccessGranted.class)).isEmpty();

        touchBeforeTheNextWrites(63);
        assertThat(verify(login)).isInstanceOf(Granted.class);
    }
}

package dev.clave.model;

import dev.clave.PinPolicy;
import dev.clave.internal.entries.Entries;
import dev.clave.internal.guard.Host;
import dev.clave.internal.state.Attempt;
import dev.clave.internal.state.Code;
import dev.clave.internal.state.LivePin;
import dev.clave.internal.state.LoginId;
import dev.clave.internal.state.PersonState;
import dev.clave.internal.state.Proof;
import dev.clave.internal.state.Sending;
import dev.clave.internal.state.Stopped;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * The steps of {@link Logins} without what is around them: the entry of one person, its transitions and the loop that writes them. A proof
 * is the number of its PIN and of its generation.
 */
public abstract class Steps {
    private static final EntryKey KEY = new EntryKey(1, 2);
    private static final LoginId LOGIN = new LoginId(1, 1);
    private static final LoginId OTHER_LOGIN = new LoginId(2, 2);
    private static final PinPolicy POLICY = PinPolicy.STANDARD;
    private static final long START = Duration.ofDays(20_000).toMillis();

    private final AtomicLong time = new AtomicLong(START);
    private final Entries entries;

    /** The model over a store. */
    Steps(PinStore store) {
        Host host = new Host(number -> Optional.empty(), store, event -> {}, Optional.empty());
        entries = new Entries(host, POLICY, () -> Instant.ofEpochMilli(time.get()));
        take((state, now) -> state.open(LOGIN, PurposeKind.IDENTIFICATION, true, POLICY, now));
        take((state, now) -> state.obtain(LOGIN, minted(1), POLICY, now));
        time.set(START + Duration.ofSeconds(61).toMillis());
    }

    private <A> A take(Entries.Step<PersonState, A> step) {
        return entries.updatePerson(KEY, step).answer();
    }

    private static LivePin.Minter minted(int pin) {
        return (generation, before, now) ->
                new LivePin(new Proof(pin, generation, 0, 0), "key", generation, Code.of("GATO"), Route.SMS, now, null);
    }

    private String verify(LoginId login, int typed) {
        return told(take(
                (state, now) -> state.attempt(login, pin -> new Proof(typed, pin.generation(), 0, 0), POLICY, now)));
    }

    /** A new login, which takes the place of whichever there is. */
    @Operation
    public String identify() {
        return told(take((state, now) -> state.open(OTHER_LOGIN, PurposeKind.IDENTIFICATION, true, POLICY, now)));
    }

    /** The first PIN of the new login. */
    @Operation
    public String obtain() {
        return told(take((state, now) -> state.obtain(OTHER_LOGIN, minted(3), POLICY, now)));
    }

    /** Another PIN for the first login. */
    @Operation
    public String requestAgain() {
        return told(take((state, now) -> state.again(LOGIN, minted(2), POLICY, now)));
    }

    /** The PIN that was sent first. */
    @Operation
    public String verifyFirst() {
        return verify(LOGIN, 1);
    }

    /** The PIN that is sent when it is requested again. */
    @Operation
    public String verifySecond() {
        return verify(LOGIN, 2);
    }

    /** The PIN of the new login. */
    @Operation
    public String verifyOther() {
        return verify(OTHER_LOGIN, 3);
    }

    /** A PIN that is never right. */
    @Operation
    public String verifyWrong() {
        return verify(LOGIN, 4);
    }

    /** The end of the first login. */
    @Operation
    public String cancel() {
        return told(take((state, now) -> state.cancel(LOGIN, POLICY, now)));
    }

    private static String told(Object answer) {
        if (answer instanceof Stopped stopped) {
            return "Stopped " + stopped.reason();
        }
        if (answer instanceof Attempt.Wrong wrong) {
            return "Wrong " + wrong.attemptsLeft();
        }
        return answer instanceof Sending.Waiting waiting
                ? "Waiting " + waiting.pin().generation() + (waiting.fresh() ? " fresh" : "")
                : answer.getClass().getSimpleName();
    }
}

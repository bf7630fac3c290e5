package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.internal.state.Attempt.Right;
import dev.clave.internal.state.Attempt.Wrong;
import dev.clave.internal.state.LivePin.Minter;
import dev.clave.internal.state.LivePin.Prover;
import dev.clave.internal.state.LivePin.Rerouter;
import dev.clave.internal.state.Opening.Mismatch;
import dev.clave.internal.state.Opening.Opened;
import dev.clave.internal.state.Sending.Waiting;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.DeviceId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * All that is remembered of a person: one login, with at most one live PIN, and the budgets. Each thing that can happen is one pure
 * transition, which answers only what may be said once the next state is written.
 *
 * @param login the login that was opened last; null when there is none
 * @param budgets how often things may still happen, whatever logins come and go
 */
public record PersonState(@Nullable Login login, Budgets budgets) implements EntryState {
    /** Nothing is remembered: no login, full budgets. */
    public static final PersonState NEW = new PersonState(null, Budgets.NEW);

    /** How long the datum may not even be looked at, empty when it may. */
    public OptionalLong wrongDatumWait(boolean knownBrowser, PinPolicy policy, long now) {
        return budgets.wrongData().wait(knownBrowser, policy, now);
    }

    /**
     * Number and datum do not belong together, or to nobody who may log in. What means nothing any more is dropped, so that an old login
     * does not make the entry another one than a stranger's.
     */
    public Decision<PersonState, Opening> mismatch(boolean knownBrowser, PinPolicy policy, long now) {
        Login living = login != null && now < login.endsAt(policy) ? login : null;
        return become(living, budgets.pruned(policy, now).afterWrongDatum(knownBrowser, policy, now), new Mismatch());
    }

    /** Number and datum belong together: a new login takes the place of the old one, if nothing forbids it. */
    public Decision<PersonState, Opening> open(
            LoginId id, PurposeKind purpose, boolean levelSuffices, PinPolicy policy, long now) {
        if (budgets.wrongPins().isBlocked(policy, now)) {
            return stay(new Stopped(Reason.BLOCKED));
        }
        OptionalLong wait = latest(budgets.loginWait(policy, now), budgets.wrongPinWait(policy, now));
        if (wait.isPresent()) {
            return stay(new Later(wait.getAsLong()));
        }
        if (!levelSuffices) {
            return stay(new Stopped(Reason.LEVEL_TOO_LOW));
        }
        Login opened = Login.opened(id, purpose, now);
        return become(opened, budgets.afterOpening(policy, now), new Opened(opened.endsAt(policy)));
    }

    /** The first PIN of a login is made; once there is one, this is but a question for it. */
    public Decision<PersonState, Sending> obtain(LoginId id, Minter minter, PinPolicy policy, long now) {
        Optional<Reason> obstacle = obstacle(id, policy, now);
        return obstacle.equals(Optional.of(Reason.NO_PIN_YET))
                ? send(minter, policy, now)
                : stay(status(id, policy, now));
    }

    /** Another PIN is made, and the one before is dead. */
    public Decision<PersonState, Sending> again(LoginId id, Minter minter, PinPolicy policy, long now) {
        Optional<Reason> obstacle = obstacle(id, policy, now);
        return obstacle.isEmpty() || obstacle.get() == Reason.PIN_EXPIRED
                ? send(minter, policy, now)
                : stay(new Stopped(obstacle.get()));
    }

    private Decision<PersonState, Sending> send(Minter minter, PinPolicy policy, long now) {
        Login open = mine();
        if (!open.maySend(policy, now)) {
            return stay(new Stopped(Reason.START_AGAIN));
        }
        OptionalLong wait = latest(budgets.sendWait(policy, now), budgets.wrongPinWait(policy, now));
        if (wait.isPresent()) {
            return stay(new Later(wait.getAsLong()));
        }
        LivePin pin = minter.mint(open.nextGeneration(), open.pin(), now);
        return sent(pin, policy, now);
    }

    private Decision<PersonState, Sending> sent(LivePin pin, PinPolicy policy, long now) {
        PersonState next = new PersonState(mine().sent(pin), budgets.afterSend(policy, now));
        return new Decision<>(next, next.waiting(pin, true, policy, now));
    }

    /**
     * The app could not be told of a PIN: the same PIN goes another way, if it is still the live one and a send is left. The pause
     * between two sends does not count, for the person has had none.
     */
    public Decision<PersonState, Sending> reroute(
            LoginId id, int generation, Rerouter rerouter, PinPolicy policy, long now) {
        Optional<Reason> obstacle = obstacle(id, policy, now);
        if (obstacle.isPresent()) {
            return stay(new Stopped(obstacle.get()));
        }
        LivePin refused = livePin();
        boolean mayGo = mine().maySend(policy, now) && budgets.hasSendLeft(policy, now);
        return refused.generation() == generation && mayGo
                ? sent(rerouter.reroute(refused), policy, now)
                : stay(new Stopped(Reason.UNDELIVERABLE));
    }

    /** What the login waits for. */
    public Sending status(LoginId id, PinPolicy policy, long now) {
        Optional<Reason> obstacle = obstacle(id, policy, now);
        return obstacle.isPresent() ? new Stopped(obstacle.get()) : waiting(livePin(), false, policy, now);
    }

    private Sending waiting(LivePin pin, boolean fresh, PinPolicy policy, long now) {
        Login open = mine();
        long next = Math.max(
                budgets.nextSendAt(policy), budgets.wrongPinWait(policy, now).orElse(0));
        boolean again = open.maySend(policy, Math.max(now, next));
        return new Waiting(
                pin,
                fresh,
                open.lastSendAt(policy),
                again ? OptionalLong.of(next) : OptionalLong.empty(),
                attemptsLeft(policy, now));
    }

    /** The PIN that is waited for, where it is known that there is one: where {@link #refusal} is empty. */
    public LivePin livePin() {
        return Objects.requireNonNull(mine().pin());
    }

    /** What keeps an attempt from being compared, whatever was typed; empty when nothing does. */
    public Optional<Attempt> refusal(LoginId id, PinPolicy policy, long now) {
        Optional<Reason> obstacle = obstacle(id, policy, now);
        if (obstacle.isPresent()) {
            return obstacle.map(Stopped::new);
        }
        OptionalLong wait = budgets.wrongPinWait(policy, now);
        return wait.isPresent() ? Optional.of(new Later(wait.getAsLong())) : Optional.empty();
    }

    /** A PIN was given: the login has its grant, or one attempt less. */
    public Decision<PersonState, Attempt> attempt(LoginId id, Prover typed, PinPolicy policy, long now) {
        Optional<Attempt> refusal = refusal(id, policy, now);
        if (refusal.isPresent()) {
            return stay(refusal.get());
        }
        LivePin pin = livePin();
        return pin.isProvenBy(typed) ? right(pin) : wrong(pin, policy, now);
    }

    private Decision<PersonState, Attempt> right(LivePin pin) {
        return become(mine().granted(), budgets.withoutRow(), new Right(pin));
    }

    private Decision<PersonState, Attempt> wrong(LivePin pin, PinPolicy policy, long now) {
        PersonState next = new PersonState(mine().missed(policy), budgets.afterWrongPin(policy, now));
        int inARow = next.budgets.wrongPins().inARow();
        int most = policy.wrongPinsInARow();
        boolean half = inARow == (most + 1) / 2 && inARow < most;
        int left = next.attemptsLeft(policy, now);
        return new Decision<>(next, new Wrong(pin, left, inARow, half, inARow == most));
    }

    private int attemptsLeft(PinPolicy policy, long now) {
        int ofLogin = policy.wrongPinsPerLogin() - mine().wrongPins();
        return Math.max(0, Math.min(ofLogin, budgets.wrongPins().left(policy, now)));
    }

    /** The login is over, if it was not before. */
    public Decision<PersonState, Stopped> cancel(LoginId id, PinPolicy policy, long now) {
        Optional<Reason> end = end(id, policy, now);
        return end.isPresent()
                ? stay(new Stopped(end.get()))
                : become(mine().cancelled(), budgets, new Stopped(Reason.CANCELLED));
    }

    /** The person said, on a device, that a login is not theirs: it is over. The device was shown a PIN of it, this or an earlier one. */
    public Decision<PersonState, Stopped> disown(LoginId id, int generation, PinPolicy policy, long now) {
        boolean everShown = login != null && generation > 0 && generation < login.nextGeneration();
        return end(id, policy, now).isEmpty() && !everShown
                ? stay(new Stopped(Reason.NOT_CURRENT))
                : cancel(id, policy, now);
    }

    /** A device is no longer active: what was sealed to it is dropped, and a PIN that it could open is dead. */
    public Decision<PersonState, Boolean> withdraw(DeviceId device) {
        LivePin pin = login == null ? null : login.pin();
        return pin != null && pin.isSealedFor(device)
                ? become(mine().holding(pin.withdrawn()), budgets, true)
                : stay(false);
    }

    /** The login whose live PIN was sealed to this device; empty when there is none. */
    public Optional<Login> shownOn(DeviceId device, PinPolicy policy, long now) {
        return Optional.ofNullable(login)
                .filter(open -> obstacle(open.id(), policy, now).isEmpty())
                .filter(open -> Objects.requireNonNull(open.pin()).isSealedFor(device));
    }

    /** The row of wrong PINs is cleared, and with it a block. */
    public Decision<PersonState, Boolean> unblock() {
        return budgets.wrongPins().inARow() == 0 ? stay(false) : become(login, budgets.withoutRow(), true);
    }

    /** The login is over and gone; counts and a block stay. */
    public Decision<PersonState, Boolean> forget() {
        return login == null ? stay(false) : become(null, budgets, true);
    }

    @Override
    public long meaningfulUntil(PinPolicy policy) {
        long budgetsUntil = budgets.meaningfulUntil(policy);
        return login == null ? budgetsUntil : Math.max(login.endsAt(policy), budgetsUntil);
    }

    /** Why nothing is waited for: another login is current, this one has ended, the person is blocked, or there is no live PIN. */
    private Optional<Reason> obstacle(LoginId id, PinPolicy policy, long now) {
        Optional<Reason> end = end(id, policy, now);
        if (end.isPresent()) {
            return end;
        }
        if (budgets.wrongPins().isBlocked(policy, now)) {
            return Optional.of(Reason.BLOCKED);
        }
        LivePin pin = mine().pin();
        if (pin == null) {
            return Optional.of(Reason.NO_PIN_YET);
        }
        return pin.aliveAt(now, policy) ? Optional.empty() : Optional.of(Reason.PIN_EXPIRED);
    }

    /** Why the login is not open: another one is current, or it has ended; empty while it is open. */
    public Optional<Reason> end(LoginId id, PinPolicy policy, long now) {
        return login != null && login.answersTo(id, policy, now) ? login.end() : Optional.of(Reason.NOT_CURRENT);
    }

    /** The login, where it is known that there is one. */
    private Login mine() {
        return Objects.requireNonNull(login);
    }

    /** Nothing changes. */
    public <A> Decision<PersonState, A> stay(A answer) {
        return new Decision<>(this, answer);
    }

    private static <A> Decision<PersonState, A> become(@Nullable Login login, Budgets budgets, A answer) {
        return new Decision<>(new PersonState(login, budgets), answer);
    }

    private static OptionalLong latest(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || (other.isPresent() && other.getAsLong() > one.getAsLong()) ? other : one;
    }
}

package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.spi.AuditEvent.PurposeKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login, from the right datum to its end.
 *
 * @param id its name
 * @param purpose what it is for
 * @param openedAt when it was opened, in milliseconds
 * @param phase how far it has come
 * @param wrongPins how many wrong PINs it has seen; a new PIN does not give them back
 * @param sends how many PINs were made to be sent
 * @param pin the latest PIN, dead or alive; null before the first one and after the end
 */
public record Login(
        LoginId id,
        PurposeKind purpose,
        long openedAt,
        Phase phase,
        int wrongPins,
        int sends,
        @Nullable LivePin pin) {

    /** How far a login has come. Only the first is not the end. */
    public enum Phase {
        /** A PIN may be asked for and given. */
        OPEN,
        /** The right PIN was given. */
        GRANTED,
        /** Too many wrong PINs were given. */
        OVER,
        /** It was cancelled. */
        CANCELLED
    }

    static Login opened(LoginId id, PurposeKind purpose, long now) {
        return new Login(id, purpose, now, Phase.OPEN, 0, 0, null);
    }

    boolean answersTo(LoginId asked, PinPolicy policy, long now) {
        return id.equals(asked) && now < endsAt(policy);
    }

    long endsAt(PinPolicy policy) {
        return openedAt + policy.loginLife().toMillis();
    }

    /** A PIN that is sent by then can still live its whole life. */
    long lastSendAt(PinPolicy policy) {
        return endsAt(policy) - policy.pinLife().toMillis();
    }

    /** Why it has ended, empty while it is open. */
    Optional<Reason> end() {
        return switch (phase) {
            case OPEN -> Optional.empty();
            case GRANTED -> Optional.of(Reason.ALREADY_USED);
            case OVER -> Optional.of(Reason.TOO_MANY_WRONG_PINS);
            case CANCELLED -> Optional.of(Reason.CANCELLED);
        };
    }

    int nextGeneration() {
        return pin == null ? 1 : pin.generation() + 1;
    }

    boolean maySend(PinPolicy policy, long now) {
        return sends < policy.sendsPerLogin() && now <= lastSendAt(policy);
    }

    Login sent(LivePin made) {
        return new Login(id, purpose, openedAt, phase, wrongPins, sends + 1, made);
    }

    Login holding(LivePin other) {
        return new Login(id, purpose, openedAt, phase, wrongPins, sends, other);
    }

    Login granted() {
        return new Login(id, purpose, openedAt, Phase.GRANTED, wrongPins, sends, null);
    }

    Login cancelled() {
        return new Login(id, purpose, openedAt, Phase.CANCELLED, wrongPins, sends, null);
    }

    Login missed(PinPolicy policy) {
        int wrong = wrongPins + 1;
        return wrong < policy.wrongPinsPerLogin()
                ? new Login(id, purpose, openedAt, phase, wrong, sends, pin)
                : new Login(id, purpose, openedAt, Phase.OVER, wrong, sends, null);
    }
}

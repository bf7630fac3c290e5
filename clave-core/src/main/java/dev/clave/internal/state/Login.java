package dev.clave.internal.state;

import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login, from the right datum to its end. What it says of its PIN lies side by side with its own, for a million of them live at once: one object in
 * the place of four. Whoever asks for the PIN or the name gets a record.
 */
public final class Login {
    private static final LivePin NO_PIN = new LivePin(new Proof(0, 0, 0, 0), "", 0, new Code(0), Route.SMS, 0, null);

    private final long idHigh;
    private final long idLow;
    private final PurposeKind purpose;
    private final long openedAt;
    private final Phase phase;
    private final int wrongPins;
    private final int sends;

    /** Null when there is no PIN. */
    private final @Nullable String keyId;

    private final long proofA;
    private final long proofB;
    private final long proofC;
    private final long proofD;
    private final int generation;
    private final int code;
    private final Route route;
    private final long madeAt;
    private final @Nullable SealedPin sealed;

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

    /**
     * A login.
     *
     * @param id its name
     * @param purpose what it is for
     * @param openedAt when it was opened, in milliseconds
     * @param phase how far it has come
     * @param wrongPins how many wrong PINs it has seen; a new PIN does not give them back
     * @param sends how many PINs were made to be sent
     * @param pin the latest PIN, dead or alive; null before the first one and after the end
     */
    public Login(
            LoginId id,
            PurposeKind purpose,
            long openedAt,
            Phase phase,
            int wrongPins,
            int sends,
            @Nullable LivePin pin) {
        this.idHigh = id.high();
        this.idLow = id.low();
        this.purpose = purpose;
        this.openedAt = openedAt;
        this.phase = phase;
        this.wrongPins = wrongPins;
        this.sends = sends;
        this.keyId = pin == null ? null : pin.keyId();
        LivePin kept = pin == null ? NO_PIN : pin;
        this.proofA = kept.proof().a();
        this.proofB = kept.proof().b();
        this.proofC = kept.proof().c();
        this.proofD = kept.proof().d();
        this.generation = kept.generation();
        this.code = kept.code().packed();
        this.route = kept.route();
        this.madeAt = kept.madeAt();
        this.sealed = kept.sealed();
    }

    static Login opened(LoginId id, PurposeKind purpose, long now) {
        return new Login(id, purpose, now, Phase.OPEN, 0, 0, null);
    }

    boolean answersTo(LoginId asked, PinPolicy policy, long now) {
        return id().equals(asked) && now < endsAt(policy);
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
        return generation + 1;
    }

    boolean maySend(PinPolicy policy, long now) {
        return sends < policy.sendsPerLogin() && now <= lastSendAt(policy);
    }

    Login sent(LivePin made) {
        return new Login(id(), purpose, openedAt, phase, wrongPins, sends + 1, made);
    }

    Login holding(LivePin other) {
        return new Login(id(), purpose, openedAt, phase, wrongPins, sends, other);
    }

    Login granted() {
        return new Login(id(), purpose, openedAt, Phase.GRANTED, wrongPins, sends, null);
    }

    Login cancelled() {
        return new Login(id(), purpose, openedAt, Phase.CANCELLED, wrongPins, sends, null);
    }

    Login missed(PinPolicy policy) {
        int wrong = wrongPins + 1;
        return wrong < policy.wrongPinsPerLogin()
                ? new Login(id(), purpose, openedAt, phase, wrong, sends, pin())
                : new Login(id(), purpose, openedAt, Phase.OVER, wrong, sends, null);
    }

    /** Its name. */
    public LoginId id() {
        return new LoginId(idHigh, idLow);
    }

    /** What it is for. */
    public PurposeKind purpose() {
        return purpose;
    }

    /** When it was opened, in milliseconds. */
    public long openedAt() {
        return openedAt;
    }

    /** How far it has come. */
    public Phase phase() {
        return phase;
    }

    /** How many wrong PINs it has seen. */
    public int wrongPins() {
        return wrongPins;
    }

    /** How many PINs were made to be sent. */
    public int sends() {
        return sends;
    }

    /** The latest PIN, dead or alive; null before the first one and after the end. */
    public @Nullable LivePin pin() {
        return keyId == null
                ? null
                : new LivePin(
                        new Proof(proofA, proofB, proofC, proofD),
                        keyId,
                        generation,
                        new Code(code),
                        route,
                        madeAt,
                        sealed);
    }

    private List<Object> facts() {
        return List.of(id(), purpose, openedAt, phase, wrongPins, sends, Optional.ofNullable(pin()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Login that && facts().equals(that.facts());
    }

    @Override
    public int hashCode() {
        return facts().hashCode();
    }

    @Override
    public String toString() {
        return "Login" + facts();
    }
}

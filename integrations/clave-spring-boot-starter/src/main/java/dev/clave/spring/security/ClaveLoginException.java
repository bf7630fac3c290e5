package dev.clave.spring.security;

import dev.clave.AccessOutcome;
import dev.clave.Denied;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;

/** No access: why, as clave told it. The message names the outcome and nothing that was typed. */
public final class ClaveLoginException extends BadCredentialsException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Not serialised: an exception that was written somewhere tells its message alone. */
    private final transient @Nullable AccessOutcome outcome;

    /** What the next page says. */
    private final String notice;

    ClaveLoginException(AccessOutcome outcome) {
        super("clave: " + name(outcome));
        this.outcome = outcome;
        this.notice = Notice.of(outcome);
    }

    private ClaveLoginException(String message, String notice) {
        super(message);
        this.outcome = null;
        this.notice = notice;
    }

    /** The login in this browser was opened for something else than what is asked for. Nothing was compared, nothing is charged. */
    static ClaveLoginException otherLogin() {
        return new ClaveLoginException("clave: opened for something else", Notice.OTHER_LOGIN);
    }

    /** A login by somebody else than who is logged in by clave. The PIN was right and is spent; who is logged in stays. */
    static ClaveLoginException otherUser() {
        return new ClaveLoginException("clave: another person is logged in", Notice.OTHER_USER);
    }

    /** A signature by somebody else than who is logged in. The PIN was right and is spent; nothing was signed. */
    static ClaveLoginException otherPerson() {
        return new ClaveLoginException(
                "clave: signed by another person than the one who is logged in", Notice.OTHER_PERSON);
    }

    private static String name(AccessOutcome outcome) {
        String type = outcome.getClass().getSimpleName();
        return outcome instanceof Denied denied ? type + " " + denied.reason() : type;
    }

    String notice() {
        return notice;
    }

    /**
     * What clave answered.
     *
     * @return the outcome; empty when the PIN was right but another person is logged in, and when clave was not asked because the login in this
     *     browser is for something else
     */
    public Optional<AccessOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}

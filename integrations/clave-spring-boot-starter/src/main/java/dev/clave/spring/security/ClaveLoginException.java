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

    ClaveLoginException(AccessOutcome outcome) {
        super("clave: " + name(outcome));
        this.outcome = outcome;
    }

    private ClaveLoginException(String message) {
        super(message);
        this.outcome = null;
    }

    /** A signature by somebody else than who is logged in. The PIN was right and is spent; nothing was signed. */
    static ClaveLoginException otherPerson() {
        return new ClaveLoginException("clave: signed by another person than the one who is logged in");
    }

    private static String name(AccessOutcome outcome) {
        String type = outcome.getClass().getSimpleName();
        return outcome instanceof Denied denied ? type + " " + denied.reason() : type;
    }

    /**
     * What clave answered.
     *
     * @return the outcome, empty when the PIN was right but another person is logged in
     */
    public Optional<AccessOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}

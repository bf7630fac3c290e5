package dev.clave;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Level;
import dev.clave.spi.Route;
import java.time.Instant;

/**
 * The PIN is right: the person who was bound to the login when it was opened has access. There is one grant for each login. Change
 * the session id now.
 *
 * @param person who it is
 * @param subject the host's own id of the person, as the registry gives it
 * @param level how the person was registered
 * @param route how the PIN went
 * @param purpose what was granted: identification, or the signature of a text
 * @param at when
 * @param browser a token to keep in a cookie of this browser, for a year: presented at the next login, it keeps a stranger who knows the number
 *     from shutting this browser out
 */
public record Granted(
        IdentityNumber person,
        String subject,
        Level level,
        Route route,
        Purpose purpose,
        Instant at,
        BrowserToken browser)
        implements AccessOutcome {

    /** Without the host's own id, which may be personal. */
    @Override
    public String toString() {
        return "Granted[person=" + person + ", level=" + level + ", route=" + route + ", purpose=" + purpose + ", at="
                + at + "]";
    }
}

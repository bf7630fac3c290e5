package dev.clave;

import java.time.Instant;
import java.util.List;

/**
 * Number and datum are right: a login is open.
 *
 * @param handle by which the browser goes on; keep it in an HttpOnly cookie or a hidden field
 * @param routes the ways that a PIN can go, the preferred one first
 * @param endsAt from then on the login is over
 */
public record Identified(LoginHandle handle, List<MaskedRoute> routes, Instant endsAt) implements IdentifyOutcome {
    /**
     * Copies the list.
     *
     * @param handle by which the browser goes on
     * @param routes the ways that a PIN can go
     * @param endsAt from then on the login is over
     */
    public Identified {
        routes = List.copyOf(routes);
    }
}

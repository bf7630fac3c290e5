package dev.clave.spi;

import dev.clave.identity.IdentityNumber;
import java.util.Optional;

/**
 * Who is registered, and what their document says.
 *
 * <p><b>Who calls it:</b> every step of a login, so that a change or a revocation counts at once (and again
 * where another call was faster).
 * <b>Concurrently:</b> yes, from any thread. <b>May it block:</b> yes; take care that a known and an unknown number
 * take the same time, for an answer that comes sooner tells who is registered. <b>A throw</b> means that it cannot
 * tell: the step ends closed, with no hint that the person exists.
 */
@FunctionalInterface
public interface PersonRegistry {

    /**
     * Looks a person up.
     *
     * @param number a valid number in canonical form
     * @return the person, empty when nobody is registered by that number; never null
     */
    Optional<Person> find(IdentityNumber number);
}

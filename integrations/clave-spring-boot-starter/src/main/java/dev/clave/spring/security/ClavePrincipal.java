package dev.clave.spring.security;

import dev.clave.identity.IdentityNumber;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who has logged in: the name by which the application knows the person, and the identity number that was proven.
 *
 * <p>It is {@code Serializable} because a session is, so that a session that is stored holds the number in clear: guard where sessions are
 * kept. It prints the number masked and the name not at all. Immutable and safe for use by many threads.
 */
public final class ClavePrincipal implements AuthenticatedPrincipal, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The name by which the application knows the person. */
    private final String name;

    /** The number in its canonical form. */
    private final String number;

    /**
     * A principal.
     *
     * @param name the name by which the application knows the person
     * @param person the number that was proven
     */
    public ClavePrincipal(String name, IdentityNumber person) {
        this.name = Objects.requireNonNull(name, "name");
        this.number = person.value();
    }

    @Override
    public String getName() {
        return name;
    }

    /**
     * The number that was proven.
     *
     * @return the number
     */
    public IdentityNumber person() {
        return IdentityNumber.of(number);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClavePrincipal that && that.name.equals(name) && that.number.equals(number);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, number);
    }

    @Override
    public String toString() {
        return "ClavePrincipal[" + person().masked() + "]";
    }
}

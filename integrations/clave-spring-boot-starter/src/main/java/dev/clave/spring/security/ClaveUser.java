package dev.clave.spring.security;

import java.util.Collection;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;

/**
 * A person as the application knows them.
 *
 * @param name the name, as {@code Authentication.getName()} gives it
 * @param authorities what the person may do in the application; what clave has proven is added to it
 */
public record ClaveUser(String name, Collection<? extends GrantedAuthority> authorities) {
    /**
     * Refuses an empty name, and copies the authorities.
     *
     * @param name the name
     * @param authorities what the person may do in the application
     * @throws IllegalArgumentException if the name is empty
     */
    public ClaveUser {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a user has a name");
        }
        authorities = List.copyOf(authorities);
    }

    /** Without the name, which may be personal. */
    @Override
    public String toString() {
        return "ClaveUser[" + authorities + "]";
    }
}

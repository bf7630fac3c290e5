package dev.clave.spring.security;

import dev.clave.BrowserToken;
import java.io.Serial;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/**
 * A person who has logged in by clave. Its authorities are those of {@link ClaveAuthorities}, of the signatures since ({@link SignatureAuthority}), and
 * of the application ({@link ClaveUsers}).
 */
public final class ClaveAuthenticationToken extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Who. */
    private final ClavePrincipal principal;

    /** For the cookie of this browser; it does not come with the session. */
    private final transient @Nullable BrowserToken browser;

    /**
     * A person who has logged in.
     *
     * @param principal who
     * @param authorities what was proven, and what the person may do
     */
    public ClaveAuthenticationToken(ClavePrincipal principal, Collection<? extends GrantedAuthority> authorities) {
        this(principal, authorities, null);
    }

    ClaveAuthenticationToken(
            ClavePrincipal principal,
            Collection<? extends GrantedAuthority> authorities,
            @Nullable BrowserToken browser) {
        super(authorities);
        this.principal = Objects.requireNonNull(principal, "principal");
        this.browser = browser;
        super.setAuthenticated(true);
    }

    private ClaveAuthenticationToken(Builder builder) {
        super(builder);
        this.principal = builder.principal;
        this.browser = null;
    }

    @Override
    public ClavePrincipal getPrincipal() {
        return principal;
    }

    /** Nothing: the PIN is spent. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    /** What the grant gave for the browser. @return the token, empty once it is in its cookie */
    Optional<BrowserToken> browser() {
        return Optional.ofNullable(browser);
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        if (authenticated) {
            throw new IllegalArgumentException("a token is authenticated by a grant alone");
        }
        super.setAuthenticated(false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ClaveAuthenticationToken that
                && super.equals(other)
                && that.principal.equals(principal);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + principal.hashCode();
    }

    @Override
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Another token of the same person. */
    public static final class Builder extends AbstractAuthenticationBuilder<Builder> {
        private ClavePrincipal principal;

        private Builder(ClaveAuthenticationToken token) {
            super(token);
            this.principal = token.principal;
        }

        @Override
        public Builder principal(@Nullable Object newPrincipal) {
            if (!(newPrincipal instanceof ClavePrincipal person)) {
                throw new IllegalArgumentException("the principal of a login by clave is a ClavePrincipal");
            }
            this.principal = person;
            return this;
        }

        @Override
        public ClaveAuthenticationToken build() {
            return new ClaveAuthenticationToken(this);
        }
    }
}

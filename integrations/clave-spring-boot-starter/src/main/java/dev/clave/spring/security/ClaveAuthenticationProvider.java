package dev.clave.spring.security;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Granted;
import dev.clave.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Holds a typed PIN against the one that was sent. It belongs to one login: as a bean it would join every authentication manager, and a PIN
 * would be compared twice.
 */
final class ClaveAuthenticationProvider implements AuthenticationProvider {
    private final Clave clave;
    private final ClaveUsers users;

    ClaveAuthenticationProvider(Clave clave, ClaveUsers users) {
        this.clave = clave;
        this.users = users;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PinAttempt.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        AccessOutcome outcome = verify((PinAttempt) authentication);
        if (outcome instanceof Granted granted) {
            return token(granted);
        }
        throw new ClaveLoginException(outcome);
    }

    private AccessOutcome verify(PinAttempt attempt) {
        try {
            return attempt.text()
                    .map(text -> clave.verify(attempt.handle(), attempt.getCredentials(), text.text()))
                    .orElseGet(() -> clave.verify(attempt.handle(), attempt.getCredentials()));
        } catch (ClaveUnavailableException failure) {
            throw new InternalAuthenticationServiceException(String.valueOf(failure.getMessage()), failure);
        }
    }

    private Authentication token(Granted granted) {
        ClaveUser user = Objects.requireNonNull(users.userOf(granted), "user");
        ClavePrincipal principal = new ClavePrincipal(user.name(), granted.person());
        if (granted.purpose() instanceof Purpose.Signature signature) {
            SignatureAuthority signed = new SignatureAuthority(signature.digest(), signature.summary(), granted.at());
            return new ClaveAuthenticationToken(principal, List.of(signed), granted.browser());
        }
        List<GrantedAuthority> authorities = new ArrayList<>(user.authorities());
        authorities.addAll(ClaveAuthorities.proven(granted));
        return new ClaveAuthenticationToken(principal, authorities, granted.browser());
    }
}

package dev.clave.spring.security;

import java.io.Serial;
import java.util.List;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** That a signature is missing, and of which text. */
final class SignatureDecision extends AuthorityAuthorizationDecision {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Which text. */
    private final String reference;

    SignatureDecision(String reference) {
        super(false, List.of(new SimpleGrantedAuthority(ClaveAuthorities.SIGNATURE)));
        this.reference = reference;
    }

    String reference() {
        return reference;
    }
}

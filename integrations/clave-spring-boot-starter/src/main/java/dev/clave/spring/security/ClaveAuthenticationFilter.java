package dev.clave.spring.security;

import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;

/**
 * The step that grants: the PIN is compared, the session id changes, the login's cookie goes. A signature is added to whoever is logged in, and changes
 * nobody.
 */
final class ClaveAuthenticationFilter extends AbstractAuthenticationProcessingFilter {
    private final LoginCookies cookies;
    private final Signing signing;
    private boolean severalFactors;

    ClaveAuthenticationFilter(LoginPaths paths, LoginCookies cookies, Signing signing) {
        super(paths.post("/access"));
        this.cookies = cookies;
        this.signing = signing;
    }

    /** The factors of one session are put together here: Spring Security goes by the name alone, and keeps a level that was taken away. */
    @Override
    public void setMfaEnabled(boolean mfaEnabled) {
        severalFactors = mfaEnabled;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        LoginAsk ask = LoginAsk.of(request);
        Optional<SignableText> text = signing.text(ask);
        if (!cookies.isOpenedFor(request, Signing.mark(ask, text))) {
            throw ClaveLoginException.otherLogin();
        }
        PinAttempt attempt = new PinAttempt(cookies.handle(request), request.getParameter("pin"), text);
        try {
            Authentication result = getAuthenticationManager().authenticate(attempt);
            return result instanceof ClaveAuthenticationToken granted ? enter(granted, response) : result;
        } finally {
            attempt.eraseCredentials();
        }
    }

    private Authentication enter(ClaveAuthenticationToken granted, HttpServletResponse response) {
        Authentication result = isSignature(granted) ? signed(granted) : identified(granted);
        cookies.drop(response, Kind.HANDLE);
        cookies.drop(response, Kind.NUMBER);
        granted.browser().ifPresent(token -> cookies.set(response, Kind.BROWSER, token.revealToken()));
        return result;
    }

    private static boolean isSignature(Authentication granted) {
        return granted.getAuthorities().stream().allMatch(SignatureAuthority.class::isInstance);
    }

    /** Only who is logged in can sign here: not even a right PIN makes a session somebody else's. */
    private Authentication signed(Authentication granted) throws AuthenticationException {
        Authentication reader = signing.reader()
                .filter(current -> isSame(current, granted))
                .orElseThrow(ClaveLoginException::otherPerson);
        return with(reader, granted.getAuthorities());
    }

    /** Who is logged in by clave is not replaced by somebody else, who might not even notice whose session it was. */
    private Authentication identified(ClaveAuthenticationToken granted) throws AuthenticationException {
        boolean isSomebodyElse = signing.person()
                .filter(person -> !person.equals(granted.getPrincipal().person()))
                .isPresent();
        if (isSomebodyElse) {
            throw ClaveLoginException.otherUser();
        }
        return withEarlierSignatures(granted);
    }

    private Authentication withEarlierSignatures(ClaveAuthenticationToken granted) {
        List<? extends GrantedAuthority> earlier = signing.reader()
                .filter(current -> isSame(current, granted))
                .map(current -> current.getAuthorities().stream()
                        .filter(has -> has instanceof SignatureAuthority
                                || (severalFactors && isOfAnotherFactor(has, granted)))
                        .toList())
                .orElse(List.of());
        return with(granted, earlier);
    }

    /** A name may be an account that several people share; a number is one person. */
    private static boolean isSame(Authentication current, Authentication granted) {
        return current.getPrincipal() instanceof ClavePrincipal
                ? current.getPrincipal().equals(granted.getPrincipal())
                : current.getName().equals(granted.getName());
    }

    private static boolean isOfAnotherFactor(GrantedAuthority has, Authentication granted) {
        String name = String.valueOf(has.getAuthority());
        return !name.startsWith("CLAVE_")
                && granted.getAuthorities().stream().noneMatch(fresh -> name.equals(fresh.getAuthority()));
    }

    private static Authentication with(Authentication who, Collection<? extends GrantedAuthority> more) {
        return who.toBuilder().authorities(all -> all.addAll(more)).build();
    }
}

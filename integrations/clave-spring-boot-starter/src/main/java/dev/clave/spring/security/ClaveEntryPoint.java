package dev.clave.spring.security;

import dev.clave.spi.Level;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a person to the page of the login, asked to reach what the request lacked. */
final class ClaveEntryPoint implements AuthenticationEntryPoint {
    private final LoginPaths paths;
    private final LoginAsk ask;

    private ClaveEntryPoint(LoginPaths paths, LoginAsk ask) {
        this.paths = paths;
        this.ask = ask;
    }

    /** For who is not logged in. */
    static ClaveEntryPoint login(LoginPaths paths) {
        return new ClaveEntryPoint(paths, new LoginAsk(Level.BASIC, Optional.empty(), false));
    }

    /** For who has to log in by clave, or again. */
    static ClaveEntryPoint again(LoginPaths paths) {
        return new ClaveEntryPoint(paths, new LoginAsk(Level.BASIC, Optional.empty(), true));
    }

    /** For who has to be registered at a level, or to sign: which text, the denial says. */
    static ClaveEntryPoint stepUp(LoginPaths paths, Level level) {
        return new ClaveEntryPoint(paths, new LoginAsk(level, Optional.empty(), true));
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        LoginAsk asked = new LoginAsk(ask.level(), reference(reason), ask.renew());
        Redirect.to(response, request.getContextPath() + paths.page() + asked.query());
    }

    private static Optional<String> reference(AuthenticationException reason) {
        return reason.getCause() instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof SignatureDecision decision
                ? Optional.of(decision.reference())
                : Optional.empty();
    }
}

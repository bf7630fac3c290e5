package dev.clave.spring.security;

import dev.clave.Denied;
import dev.clave.Reason;
import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Goes back to the page, which says why. */
final class LoginFailure implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFailure.class);

    private final LoginCookies cookies;
    private final LoginPaths paths;

    LoginFailure(LoginCookies cookies, LoginPaths paths) {
        this.cookies = cookies;
        this.paths = paths;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        cookies.set(response, Kind.NOTICE, notice(failure));
        if (isOfAnotherPurpose(failure)) {
            cookies.drop(response, Kind.HANDLE);
        }
        Redirect.to(
                response,
                request.getContextPath() + paths.page() + LoginAsk.of(request).query());
    }

    /** A login for something else leads nowhere from here: the next page begins one for this. */
    private static boolean isOfAnotherPurpose(AuthenticationException failure) {
        return failure instanceof ClaveLoginException refused
                && refused.outcome().equals(Optional.of(new Denied(Reason.OTHER_PURPOSE)));
    }

    /** Something does not work, or no manager knows this login: the person did nothing wrong. */
    private static boolean isOurs(AuthenticationException failure) {
        if (failure instanceof ProviderNotFoundException) {
            LOG.error("No PIN was compared: authenticationManager(...) of this chain leaves the login by clave out");
        }
        return failure instanceof AuthenticationServiceException || failure instanceof ProviderNotFoundException;
    }

    private static String notice(AuthenticationException failure) {
        if (failure instanceof ClaveLoginException refused) {
            return refused.notice();
        }
        return isOurs(failure) ? Notice.UNAVAILABLE : Notice.NO_ACCOUNT;
    }
}

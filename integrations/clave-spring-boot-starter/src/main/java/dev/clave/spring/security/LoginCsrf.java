package dev.clave.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Field;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.ReflectionUtils;

/** The CSRF tokens of the login's own pages live in a cookie, so that there is no session before the grant; those of all others where they did. */
final class LoginCsrf implements CsrfTokenRepository {
    /** Of {@link CsrfConfigurer}. */
    static final String FIELD = "csrfTokenRepository";

    private final RequestMatcher login;
    private final CookieCsrfTokenRepository ours = new CookieCsrfTokenRepository();
    private final CsrfTokenRepository others;

    LoginCsrf(RequestMatcher login, LoginCookies cookies, CsrfTokenRepository others) {
        this.login = login;
        this.others = others;
        ours.setCookieName(cookies.name("clave-csrf"));
        // It authorises nothing by itself. Strict would have a link from another site replace it, under the form that
        // is open in another tab.
        ours.setCookieCustomizer(
                cookie -> cookie.secure(cookies.isSecure()).sameSite("Lax").path("/"));
    }

    /** A filter for the forms of a login in a chain that has none. */
    static CsrfFilter alone(LoginPaths paths, LoginCookies cookies) {
        RequestMatcher all = paths.all();
        CsrfFilter filter = new CsrfFilter(new LoginCsrf(all, cookies, new NoTokens()));
        filter.setRequireCsrfProtectionMatcher(
                request -> all.matches(request) && CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request));
        return filter;
    }

    /**
     * What the application has told its chain, which shows it to nobody: where it cannot be seen, the tokens of other pages are in the
     * session, the default of Spring Security.
     */
    static CsrfTokenRepository repositoryOf(CsrfConfigurer<HttpSecurity> csrf) {
        Field field = ReflectionUtils.findField(CsrfConfigurer.class, FIELD);
        if (field == null || !field.trySetAccessible()) {
            return new HttpSessionCsrfTokenRepository();
        }
        return ReflectionUtils.getField(field, csrf) instanceof CsrfTokenRepository chosen
                ? chosen
                : new HttpSessionCsrfTokenRepository();
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return login.matches(request) ? ours : others;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // At the grant the tokens of both are worth nothing any more.
        if (token == null) {
            ours.saveToken(null, request, response);
            others.saveToken(null, request, response);
        } else {
            CsrfTokenRepository repository = of(request);
            if (isForAForm(request, repository)) {
                repository.saveToken(token, request, response);
            }
        }
    }

    /**
     * Whether anybody could send the token back. What another site has posted comes without the cookies of this one, and is refused: a token
     * that is kept all the same would take the place of the one, or of the session, that the person has.
     */
    private boolean isForAForm(HttpServletRequest request, CsrfTokenRepository repository) {
        if (!CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)) {
            return true;
        }
        boolean ofAnotherSite = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        boolean beginsASession =
                repository instanceof HttpSessionCsrfTokenRepository && request.getSession(false) == null;
        return !ofAnotherSite && !beginsASession;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    /** For pages that nobody protects. */
    private static final class NoTokens implements CsrfTokenRepository {
        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return new DefaultCsrfToken(
                    "X-CSRF-TOKEN", "_csrf", UUID.randomUUID().toString());
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            // Nowhere: no form asks for it.
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return null;
        }
    }
}

package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.Origin;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/**
 * A login by identity number, datum and PIN, beside whatever other logins an application has.
 *
 * <pre>{@code
 * http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
 *     .with(claveLogin(), withDefaults());
 * }</pre>
 *
 * <p>There is no session before the grant: the login lives in a cookie, and so do the CSRF token of its pages and the page to return to. At the
 * grant the session id changes.
 *
 * <p>It takes beans of the application context: {@link Clave}, {@link ClaveUsers} and {@link SignableTexts} where they are.
 */
public final class ClaveLoginConfigurer extends AbstractHttpConfigurer<ClaveLoginConfigurer, HttpSecurity> {
    private String base = "/login/clave";
    private @Nullable String page;
    private String target = "/";
    private boolean secureCookies = true;
    private @Nullable Clave clave;
    private @Nullable ClaveUsers users;
    private @Nullable AuthenticationSuccessHandler successHandler;
    private @Nullable AuthenticationFailureHandler failureHandler;
    private boolean hasOwnCache;
    private @Nullable CsrfTokenRepository csrfOfOthers;
    private Function<HttpServletRequest, Optional<Origin>> origins = request -> Optional.of(Origins.of(request));
    private Function<HttpServletRequest, Language> languages = PageTexts::languageOf;
    private @Nullable LoginParts parts;

    private ClaveLoginConfigurer() {}

    /**
     * A login, for {@link HttpSecurity#with}.
     *
     * @return a configurer with its defaults
     */
    public static ClaveLoginConfigurer claveLogin() {
        return new ClaveLoginConfigurer();
    }

    /**
     * The clave of this login, where there are several, such as one for each tenant. The default is the bean.
     *
     * @param instance the clave
     * @return this
     */
    public ClaveLoginConfigurer clave(Clave instance) {
        clave = Objects.requireNonNull(instance, "clave");
        return this;
    }

    /**
     * Where the forms are sent to, and where the default page is: {@code /login/clave} unless set.
     *
     * @param path a path without context, such as {@code /entrar}
     * @return this
     */
    public ClaveLoginConfigurer path(String path) {
        base = Objects.requireNonNull(path, "path");
        return this;
    }

    /**
     * A page of the application's own in the place of the default one. It finds a {@link LoginView} in its request; permit it to all.
     *
     * @param path a path without context
     * @return this
     */
    public ClaveLoginConfigurer loginPage(String path) {
        page = Objects.requireNonNull(path, "path");
        return this;
    }

    /**
     * Where people go who came for the login itself; others go back to where they wanted to go.
     *
     * @param path a path without context; {@code /} unless set
     * @return this
     */
    public ClaveLoginConfigurer defaultSuccessUrl(String path) {
        target = Objects.requireNonNull(path, "path");
        return this;
    }

    /**
     * What happens after the grant, in the place of going back.
     *
     * @param handler what happens
     * @return this
     */
    public ClaveLoginConfigurer successHandler(AuthenticationSuccessHandler handler) {
        successHandler = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * What happens without a grant, in the place of the page that says why.
     *
     * @param handler what happens; what it is given is a {@link ClaveLoginException} where clave said no
     * @return this
     */
    public ClaveLoginConfigurer failureHandler(AuthenticationFailureHandler handler) {
        failureHandler = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Who people are in the application. The default is the bean, or {@link ClaveUsers#bySubject}.
     *
     * @param newUsers the users
     * @return this
     */
    public ClaveLoginConfigurer users(ClaveUsers newUsers) {
        users = Objects.requireNonNull(newUsers, "users");
        return this;
    }

    /**
     * Where requests come from, for their budget. The default is the address of the connection.
     *
     * @param newOrigins gives the origin, never from something that the client can choose; empty: not counted
     * @return this
     */
    public ClaveLoginConfigurer origins(Function<HttpServletRequest, Optional<Origin>> newOrigins) {
        origins = Objects.requireNonNull(newOrigins, "origins");
        return this;
    }

    /**
     * In which language the pages of the login are, and what they have to say: that of each request, so that a person can change it in the middle.
     * Messages are in the language that the registry gives. The default is the first of the browser's that there is, else Spanish.
     *
     * @param newLanguages gives the language, such as from the application's own switch
     * @return this
     */
    public ClaveLoginConfigurer languages(Function<HttpServletRequest, Language> newLanguages) {
        languages = Objects.requireNonNull(newLanguages, "languages");
        return this;
    }

    /**
     * Where the CSRF tokens of all other pages live. The default is what {@code csrf(...)} of the chain was told, or the session; the tokens of
     * the login's own pages live in a cookie in any case.
     *
     * @param others the repository of the other pages
     * @return this
     */
    public ClaveLoginConfigurer csrfTokenRepository(CsrfTokenRepository others) {
        csrfOfOthers = Objects.requireNonNull(others, "others");
        return this;
    }

    /**
     * Has browsers send the cookies in clear too. For development on a machine of your own, in a browser that does not take {@code localhost} for safe.
     *
     * @return this
     */
    public ClaveLoginConfigurer insecureCookies() {
        secureCookies = false;
        return this;
    }

    /** Before the defaults of Spring Security are applied, what the application has chosen can still be told from them. */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        hasOwnCache = http.getSharedObject(RequestCache.class) != null;
    }

    @Override
    public void init(HttpSecurity http) {
        LoginPaths paths = paths();
        http.authenticationProvider(new ClaveAuthenticationProvider(clave(), users()));
        keepReturnPath(http, paths);
        keepCsrfTokens(http, paths);
        new LoginEntrances(paths, parts().views()).add(http);
        forgetAtLogout(http);
    }

    /** The next person at the same computer finds no login that was begun. */
    @SuppressWarnings("unchecked")
    private void forgetAtLogout(HttpSecurity http) {
        LogoutConfigurer<HttpSecurity> logout = http.getConfigurer(LogoutConfigurer.class);
        if (logout != null) {
            logout.addLogoutHandler((request, response, who) -> cookies().dropLogin(response));
        }
    }

    /** Spring's own default keeps the request in a session, which there is not to be yet. What the application has chosen stays. */
    private void keepReturnPath(HttpSecurity http, LoginPaths paths) {
        RequestCache cache = http.getSharedObject(RequestCache.class);
        if (!hasOwnCache && (cache == null || cache instanceof HttpSessionRequestCache)) {
            http.setSharedObject(RequestCache.class, new ReturnPath(cookies(), paths.base()));
        }
    }

    /** Where the application has no protection against CSRF, the login's own forms have it still. */
    @SuppressWarnings("unchecked")
    private void keepCsrfTokens(HttpSecurity http, LoginPaths paths) {
        CsrfConfigurer<HttpSecurity> csrf = http.getConfigurer(CsrfConfigurer.class);
        if (csrf == null) {
            http.addFilter(LoginCsrf.alone(paths, cookies()));
            return;
        }
        CsrfTokenRepository others = csrfOfOthers == null ? LoginCsrf.repositoryOf(csrf) : csrfOfOthers;
        csrf.csrfTokenRepository(new LoginCsrf(paths.all(), cookies(), others));
    }

    @Override
    public void configure(HttpSecurity http) {
        new LoginFilters(http, parts(), this::postProcess)
                .add(getSecurityContextHolderStrategy(), successHandler, failureHandler);
    }

    /** Made once, when everything has been said, so that all filters have the same keys. */
    private LoginParts parts() {
        if (parts == null) {
            LoginCookies cookies = cookies();
            NumberSeal seal = new NumberSeal(find(KeyRing.class).orElseGet(KeyRing::ephemeral), InstantSource.system());
            Signing signing = new Signing(
                    find(SignableTexts.class).orElse((reference, reader) -> Optional.empty()),
                    getSecurityContextHolderStrategy());
            parts = new LoginParts(
                    clave(), paths(), cookies, new KeptNumber(cookies, seal), signing, origins, languages);
        }
        return parts;
    }

    private LoginPaths paths() {
        return new LoginPaths(base, page == null ? base : page, target);
    }

    private LoginCookies cookies() {
        return new LoginCookies(secureCookies);
    }

    private Clave clave() {
        return clave == null
                ? find(Clave.class)
                        .orElseThrow(() -> new IllegalStateException(
                                "claveLogin() needs a bean of type dev.clave.Clave, or clave(...)"))
                : clave;
    }

    private ClaveUsers users() {
        return users == null ? find(ClaveUsers.class).orElseGet(ClaveUsers::bySubject) : users;
    }

    private <T> Optional<T> find(Class<T> type) {
        ApplicationContext context = getBuilder().getSharedObject(ApplicationContext.class);
        return Optional.ofNullable(context.getBeanProvider(type).getIfUnique());
    }
}

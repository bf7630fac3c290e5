package dev.clave.spring.security;

import jakarta.servlet.Filter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/** Puts the filters of a login into a chain, with what the chain has for all of its logins. */
final class LoginFilters {
    private static final Logger LOG = LoggerFactory.getLogger(LoginFilters.class);

    private final HttpSecurity http;
    private final LoginParts parts;
    private final UnaryOperator<Filter> postProcess;

    LoginFilters(HttpSecurity http, LoginParts parts, UnaryOperator<Filter> postProcess) {
        this.http = http;
        this.parts = parts;
        this.postProcess = postProcess;
    }

    void add(
            SecurityContextHolderStrategy contexts,
            @Nullable AuthenticationSuccessHandler onSuccess,
            @Nullable AuthenticationFailureHandler onFailure) {
        RequestCache cache = http.getSharedObject(RequestCache.class);
        before(new ClaveStepsFilter(parts, cache == null ? new NullRequestCache() : cache));
        ClaveAuthenticationFilter access = access();
        access.setSecurityContextHolderStrategy(contexts);
        access.setAuthenticationSuccessHandler(onSuccess == null ? success() : onSuccess);
        access.setAuthenticationFailureHandler(
                onFailure == null ? new LoginFailure(parts.cookies(), parts.paths()) : onFailure);
        before(access);
        before(new ClaveLoginPageFilter(parts));
        http.addFilterBefore(postProcess.apply(new SecondClickFilter(parts)), CsrfFilter.class);
    }

    private void before(Filter filter) {
        http.addFilterBefore(postProcess.apply(filter), UsernamePasswordAuthenticationFilter.class);
    }

    private ClaveAuthenticationFilter access() {
        ClaveAuthenticationFilter filter =
                new ClaveAuthenticationFilter(parts.paths(), parts.cookies(), parts.signing());
        filter.setAuthenticationManager(http.getSharedObject(AuthenticationManager.class));
        Optional.ofNullable(http.getSharedObject(SessionAuthenticationStrategy.class))
                .ifPresent(filter::setSessionAuthenticationStrategy);
        filter.setSecurityContextRepository(contextRepository());
        return filter;
    }

    private AuthenticationSuccessHandler success() {
        RequestCache cache = http.getSharedObject(RequestCache.class);
        if (cache instanceof ReturnPath returns) {
            return new LoginSuccess(returns, parts.paths());
        }
        SavedRequestAwareAuthenticationSuccessHandler handler = new SavedRequestAwareAuthenticationSuccessHandler();
        handler.setDefaultTargetUrl(parts.paths().target());
        handler.setRequestCache(cache);
        return handler;
    }

    private SecurityContextRepository contextRepository() {
        SecurityContextRepository chosen = http.getSharedObject(SecurityContextRepository.class);
        if (chosen instanceof RequestAttributeSecurityContextRepository
                || chosen instanceof NullSecurityContextRepository) {
            LOG.warn(
                    "This chain keeps no login by clave: it is stateless, so that the request after the PIN is nobody's again. Take"
                            + " SessionCreationPolicy.STATELESS, or claveLogin(), out of it");
        }
        return Optional.ofNullable(chosen)
                .orElseGet(() -> new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), new HttpSessionSecurityContextRepository()));
    }
}

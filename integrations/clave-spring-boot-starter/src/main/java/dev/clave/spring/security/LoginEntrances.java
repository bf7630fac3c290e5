package dev.clave.spring.security;

import dev.clave.spi.Level;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What sends people to the login: that nobody is logged in, or that something more is asked for. Scripts get the status. */
final class LoginEntrances {
    private final LoginPaths paths;
    private final RequestMatcher pages = pages();
    private final RequestMatcher scripts = new NegatedRequestMatcher(pages);

    private final LoginViews views;

    LoginEntrances(LoginPaths paths, LoginViews views) {
        this.paths = paths;
        this.views = views;
    }

    @SuppressWarnings("unchecked")
    void add(HttpSecurity http) {
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = http.getConfigurer(ExceptionHandlingConfigurer.class);
        if (exceptions == null) {
            return;
        }
        exceptions.defaultAuthenticationEntryPointFor(ClaveEntryPoint.login(paths), pages);
        exceptions.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), scripts);
        if (paths.isDefault()) {
            exceptions.defaultAccessDeniedHandlerFor(new TokenMissing(views), paths.all());
        }
        missing(exceptions, ClaveAuthorities.FACTOR, ClaveEntryPoint.again(paths));
        missing(exceptions, ClaveAuthorities.SIGNATURE, ClaveEntryPoint.login(paths));
        for (Level level : Level.values()) {
            missing(exceptions, ClaveAuthorities.ofLevel(level), ClaveEntryPoint.stepUp(paths, level));
        }
    }

    private void missing(
            ExceptionHandlingConfigurer<HttpSecurity> exceptions, String authority, AuthenticationEntryPoint entry) {
        exceptions.defaultDeniedHandlerForMissingAuthority(
                points -> points.addEntryPointFor(entry, pages)
                        .addEntryPointFor(new Http403ForbiddenEntryPoint(), scripts),
                authority);
    }

    /** What a person looks at. */
    private static RequestMatcher pages() {
        MediaTypeRequestMatcher html =
                new MediaTypeRequestMatcher(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return new AndRequestMatcher(
                html, new NegatedRequestMatcher(new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest")));
    }
}

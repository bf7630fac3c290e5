package dev.clave.spring.security;

import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes the {@link LoginView} for the page of the login, and writes the default one unless the application has its own. */
final class ClaveLoginPageFilter extends OncePerRequestFilter {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final LoginViews views;
    private final LoginPaths paths;
    private final Signing signing;
    private final RequestMatcher page;
    private final RequestMatcher style;
    private final RequestMatcher besides;
    private final LoginCookies cookies;

    ClaveLoginPageFilter(LoginParts parts) {
        this.views = parts.views();
        this.paths = parts.paths();
        this.signing = parts.signing();
        this.page = LoginPaths.get(paths.page());
        this.style = LoginPaths.get(paths.base() + "/style.css");
        this.besides = paths.besides();
        this.cookies = parts.cookies();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (style.matches(request)) {
            writeStyle(response);
        } else if (besides.matches(request)) {
            Redirect.to(
                    response,
                    request.getContextPath()
                            + paths.page()
                            + LoginAsk.of(request).query());
        } else if (!page.matches(request)) {
            chain.doFilter(request, response);
        } else if (isDone(request)) {
            cookies.drop(response, Kind.NOTICE);
            Redirect.to(response, request.getContextPath() + paths.target());
        } else {
            show(request, response, chain);
        }
    }

    /** The way back: who is inside already is not asked again. Who was told that somebody else is inside, is to read that first. */
    private boolean isDone(HttpServletRequest request) {
        return !LoginAsk.of(request).isStepUp()
                && !cookies.value(request, Kind.NOTICE).equals(Optional.of(Notice.OTHER_USER))
                && signing.reader()
                        .filter(ClaveAuthenticationToken.class::isInstance)
                        .isPresent();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LoginView view = views.of(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (paths.isDefault()) {
            write(response, view, status(view.step()));
        } else {
            request.setAttribute(LoginView.ATTRIBUTE, view);
            chain.doFilter(request, response);
        }
    }

    private static HttpStatus status(LoginView.Step step) {
        return switch (step) {
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case NOTHING_TO_SIGN -> HttpStatus.NOT_FOUND;
            case IDENTIFY, OBTAIN, ENTER, RENEW -> HttpStatus.OK;
        };
    }

    static void write(HttpServletResponse response, LoginView view, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html;charset=UTF-8");
        byte[] html = new LoginPage(view, view.notice().orElse("")).html().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private static void writeStyle(HttpServletResponse response) throws IOException {
        response.setContentType("text/css;charset=UTF-8");
        try (InputStream css = Objects.requireNonNull(LoginPage.class.getResourceAsStream("style.css"), "style.css")) {
            css.transferTo(response.getOutputStream());
        }
    }
}

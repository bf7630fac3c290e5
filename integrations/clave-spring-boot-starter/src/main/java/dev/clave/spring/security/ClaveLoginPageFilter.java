package dev.clave.spring.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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

    ClaveLoginPageFilter(LoginViews views, LoginPaths paths, Signing signing) {
        this.views = views;
        this.paths = paths;
        this.signing = signing;
        this.page = LoginPaths.get(paths.page());
        this.style = LoginPaths.get(paths.base() + "/style.css");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (style.matches(request)) {
            writeStyle(response);
        } else if (!page.matches(request)) {
            chain.doFilter(request, response);
        } else if (isDone(request)) {
            Redirect.to(response, request.getContextPath() + paths.target());
        } else {
            show(request, response, chain);
        }
    }

    /** A second click, or the way back: who is inside already is not asked again. */
    private boolean isDone(HttpServletRequest request) {
        return !LoginAsk.of(request).isStepUp()
                && signing.reader()
                        .filter(ClaveAuthenticationToken.class::isInstance)
                        .isPresent();
    }

    private void show(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        LoginView view = views.of(request, response);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (paths.isDefault()) {
            boolean closed = view.step() == LoginView.Step.UNAVAILABLE;
            write(response, view, closed ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        } else {
            request.setAttribute(LoginView.ATTRIBUTE, view);
            chain.doFilter(request, response);
        }
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

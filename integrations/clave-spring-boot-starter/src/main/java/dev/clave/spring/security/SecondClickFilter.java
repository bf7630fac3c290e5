package dev.clave.spring.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A PIN that is sent once more by somebody who is inside already: a double click, or the way back. The CSRF token of that page died with the grant, so
 * this stands before the check of tokens; it compares nothing and changes nothing, whoever made the browser send it.
 */
final class SecondClickFilter extends OncePerRequestFilter {
    private final LoginParts parts;
    private final RequestMatcher access;

    SecondClickFilter(LoginParts parts) {
        this.parts = parts;
        this.access = parts.paths().post("/access");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (access.matches(request) && isInside(request)) {
            Redirect.to(response, request.getContextPath() + parts.paths().target());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** With a login that is going on it is for the next filters to say what the PIN is worth. */
    private boolean isInside(HttpServletRequest request) {
        return !parts.cookies().hasHandle(request) && parts.signing().reader().isPresent();
    }
}

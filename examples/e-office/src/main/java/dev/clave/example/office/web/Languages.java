package dev.clave.example.office.web;

import dev.clave.spi.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * In which language the office speaks: the one that was chosen by {@code ?lang=}, kept in a cookie that says nothing else; else the first of the browser's that
 * there is; else Spanish.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public final class Languages extends OncePerRequestFilter {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "office-language";
    private static final int LONGEST_HEADER = 4_096;
    private static final String CHOSEN = Languages.class.getName();

    private final PlainCookies plain;

    Languages(PlainCookies plain) {
        this.plain = plain;
    }

    /**
     * The language of a request.
     *
     * @param request the request
     * @return the language
     */
    public static Language of(HttpServletRequest request) {
        if (request.getAttribute(CHOSEN) instanceof Language chosen) {
            return chosen;
        }
        return ofCookie(request).or(() -> ofBrowser(request)).orElse(Language.ES);
    }

    /**
     * The same for the texts of the pages.
     *
     * @param language a language
     * @return its locale
     */
    public static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chosenNow(request).ifPresent(chosen -> {
            request.setAttribute(CHOSEN, chosen);
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(chosen));
        });
        chain.doFilter(new Spoken(request), response);
    }

    /** Only from the address: no body is read for it. */
    private static Optional<Language> chosenNow(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getQueryString() != null
                ? Language.ofTag(request.getParameter(PARAMETER))
                : Optional.empty();
    }

    /** To all that comes after, the request is in the language of the office: servers fail over a browser that has more than a few. */
    private static final class Spoken extends HttpServletRequestWrapper {
        private final Locale locale;

        private Spoken(HttpServletRequest request) {
            super(request);
            locale = Languages.locale(of(request));
        }

        @Override
        public Locale getLocale() {
            return locale;
        }

        @Override
        public Enumeration<Locale> getLocales() {
            return Collections.enumeration(List.of(locale));
        }
    }

    private String cookie(Language chosen) {
        return ResponseCookie.from(COOKIE, chosen.tag())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(!plain.allowed())
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static Optional<Language> ofCookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> Language.ofTag(cookie.getValue()));
    }

    private static Optional<Language> ofBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return accepted == null || accepted.isBlank() || accepted.length() > LONGEST_HEADER
                    ? Optional.empty()
                    : LanguageRange.parse(accepted).stream()
                            .map(range -> Language.ofTag(range.getRange()))
                            .flatMap(Optional::stream)
                            .findFirst();
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}

package dev.clave.spring.security;

import dev.clave.BrowserToken;
import dev.clave.LoginHandle;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * What a login keeps in the browser in the place of a session: HttpOnly, SameSite=Strict, Secure. The prefix {@code __Host-} has the browser
 * refuse one that another host of the domain, or a connection in clear, has set.
 */
final class LoginCookies {
    /** A cookie of a login. */
    enum Kind {
        /** The handle of the login; behind a dot, for which text it was opened. */
        HANDLE("clave-login", 1024 + 1 + Signing.MARK_LENGTH, Duration.ofMinutes(30)),
        /** That this browser has logged somebody in before. */
        BROWSER("clave-browser", 128, Duration.ofDays(365)),
        /** What the last step answered, until the page has said it. */
        NOTICE("clave-notice", 64, Duration.ofMinutes(1)),
        /** What was typed as a number, sealed, until a login is opened. */
        NUMBER("clave-number", 512, NumberSeal.LIFE),
        /** Where the person wanted to go. */
        RETURN("clave-return", 2048, Duration.ofMinutes(30));

        private final String name;
        private final Duration life;
        private final Pattern form;

        Kind(String name, int longest, Duration life) {
            this.name = name;
            this.life = life;
            this.form = Pattern.compile("[A-Za-z0-9._-]{1," + longest + "}");
        }
    }

    private final boolean secure;

    LoginCookies(boolean secure) {
        this.secure = secure;
    }

    boolean isSecure() {
        return secure;
    }

    /** The name with which a cookie goes over the wire. */
    String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    LoginHandle handle(HttpServletRequest request) {
        return LoginHandle.of(value(request, Kind.HANDLE)
                .map(value -> value.replaceFirst("\\..*$", ""))
                .orElse(null));
    }

    /** What the login was opened to sign, as {@link Signing#mark} told it then; empty when it was to identify somebody. */
    private Optional<String> mark(HttpServletRequest request) {
        return value(request, Kind.HANDLE)
                .filter(value -> value.indexOf('.') >= 0)
                .map(value -> value.substring(value.indexOf('.') + 1));
    }

    /** Whether the login that is going on in this browser, if there is one, was opened for what this request is about. */
    boolean isOpenedFor(HttpServletRequest request, Optional<String> mark) {
        return !hasHandle(request) || mark(request).equals(mark);
    }

    void setHandle(HttpServletResponse response, LoginHandle handle, Optional<String> mark) {
        set(
                response,
                Kind.HANDLE,
                handle.revealToken() + mark.map(text -> "." + text).orElse(""));
    }

    BrowserToken browser(HttpServletRequest request) {
        return BrowserToken.of(value(request, Kind.BROWSER).orElse(null));
    }

    boolean hasHandle(HttpServletRequest request) {
        return value(request, Kind.HANDLE).isPresent();
    }

    /** Its value; empty when there is none, when it cannot be ours, and when there are two: one of them is somebody else's. */
    Optional<String> value(HttpServletRequest request, Kind kind) {
        String name = name(kind.name);
        String found = null;
        for (Cookie cookie : cookies(request)) {
            if (!cookie.getName().equals(name)) {
                continue;
            }
            if (found != null) {
                return Optional.empty();
            }
            found = cookie.getValue();
        }
        return Optional.ofNullable(found)
                .filter(value -> kind.form.matcher(value).matches());
    }

    private static Cookie[] cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? new Cookie[0] : cookies;
    }

    /** One that the browser would not keep whole is not set. */
    void set(HttpServletResponse response, Kind kind, String value) {
        if (kind.form.matcher(value).matches()) {
            add(response, kind, value, kind.life);
        }
    }

    void drop(HttpServletResponse response, Kind kind) {
        add(response, kind, "", Duration.ZERO);
    }

    /** All that belongs to a login that was begun; that the browser is known stays. */
    void dropLogin(HttpServletResponse response) {
        drop(response, Kind.HANDLE);
        drop(response, Kind.NUMBER);
        drop(response, Kind.NOTICE);
        drop(response, Kind.RETURN);
    }

    private void add(HttpServletResponse response, Kind kind, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name(kind.name), value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

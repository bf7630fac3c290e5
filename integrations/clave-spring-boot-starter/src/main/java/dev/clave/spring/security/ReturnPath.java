package dev.clave.spring.security;

import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Where the person wanted to go, kept in a cookie, so that it needs no session. Only paths of this application are gone to: whatever else a cookie
 * says, it says in vain.
 */
final class ReturnPath implements RequestCache {
    /** A path and perhaps a query, in the characters that stand there unescaped. No second slash and no backslash: browsers take both for a host. */
    private static final Pattern PATH =
            Pattern.compile("/(?![/\\\\])[A-Za-z0-9._~!$&'()*+,;=:@%/-]*(\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");

    private final LoginCookies cookies;
    private final String base;

    /**
     * For logins whose own pages stand under a path.
     *
     * @param base that path, to which nobody is sent back
     */
    ReturnPath(LoginCookies cookies, String base) {
        this.cookies = cookies;
        this.base = base;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        String path = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        if (request.getMethod().equals("GET") && isPage(request) && isOurs(request, path)) {
            cookies.set(response, Kind.RETURN, encoded(path));
        }
    }

    /** What a person looks at, not what a page loads, and not the page of an error on the way. */
    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getHeader("X-Requested-With") == null
                && accept != null
                && accept.contains("text/html");
    }

    private boolean isOurs(HttpServletRequest request, String path) {
        String context = request.getContextPath();
        String bare = path.startsWith(context) ? path.substring(context.length()) : "";
        return PATH.matcher(path).matches()
                && bare.startsWith("/")
                && isNormal(path)
                && !bare.startsWith(base)
                && !bare.startsWith("/login")
                && !bare.startsWith("/logout");
    }

    /** Without {@code ..} in any spelling that browsers take for it, with which a path could leave the application. */
    private static boolean isNormal(String path) {
        String bare = path.replaceFirst("\\?.*$", "").replaceAll("(?i)%2e", ".");
        return !bare.contains("//")
                && Arrays.stream(bare.split("/"))
                        .noneMatch(segment -> segment.replaceFirst(";.*$", "").equals(".."));
    }

    private static String encoded(String path) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.US_ASCII));
    }

    /** The path that a cookie holds, if there is one, and it leads nowhere else. */
    Optional<String> path(HttpServletRequest request) {
        return cookies.value(request, Kind.RETURN).flatMap(ReturnPath::decoded).filter(path -> isOurs(request, path));
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return path(request).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing is replayed: the request that arrives is the one that is served, and what was kept is done with. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        String uri = request.getRequestURI();
        if (path(request)
                .filter(path -> path.equals(uri) || path.startsWith(uri + "?"))
                .isPresent()) {
            removeRequest(request, response);
        }
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        cookies.drop(response, Kind.RETURN);
    }
}

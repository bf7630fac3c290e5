package dev.clave.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.RedirectStrategy;

/**
 * Goes on with a GET to a path of this application. The path is sent as it is, without scheme and host: those would be taken from the Host header, which the
 * client chooses.
 */
final class Redirect implements RedirectStrategy {
    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) {
        boolean complete = !request.getContextPath().isEmpty() && url.startsWith(request.getContextPath() + "/");
        to(response, complete ? url : request.getContextPath() + url);
    }

    static void to(HttpServletResponse response, String path) {
        if (path.startsWith("//") || path.chars().anyMatch(c -> c < 0x21 || c > 0x7E)) {
            throw new IllegalArgumentException("no path of this application");
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}

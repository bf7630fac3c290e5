package dev.clave.spring.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/** Shows the default page again, with status 403, to whoever sent one of its forms without the token. */
final class TokenMissing implements AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TokenMissing.class);

    private final LoginViews views;
    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();
    private final AtomicBoolean warned = new AtomicBoolean();

    TokenMissing(LoginViews views) {
        this.views = views;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            others.handle(request, response, denied);
            return;
        }
        warn(request);
        ClaveLoginPageFilter.write(response, views.withoutToken(request, response), HttpStatus.FORBIDDEN);
    }

    private void warn(HttpServletRequest request) {
        if (!request.isSecure() && !Origins.isLoopback(request) && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "A form of the login came over HTTP without its token: browsers keep the login's cookies over HTTPS alone. Behind a"
                            + " proxy that ends TLS set server.forward-headers-strategy; on a machine of your own, clave.login.insecure-cookies=true");
        }
    }
}

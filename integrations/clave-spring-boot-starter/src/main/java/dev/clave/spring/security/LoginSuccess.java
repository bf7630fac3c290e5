package dev.clave.spring.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Goes on to where the person wanted to go. */
final class LoginSuccess implements AuthenticationSuccessHandler {
    private final ReturnPath returns;
    private final LoginPaths paths;

    LoginSuccess(ReturnPath returns, LoginPaths paths) {
        this.returns = returns;
        this.paths = paths;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        String path = returns.path(request).orElseGet(() -> request.getContextPath() + paths.target());
        returns.removeRequest(request, response);
        Redirect.to(response, path);
    }
}

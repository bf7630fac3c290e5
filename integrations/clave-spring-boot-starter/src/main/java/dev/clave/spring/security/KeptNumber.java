package dev.clave.spring.security;

import dev.clave.identity.IdentityNumber;
import dev.clave.spring.security.LoginCookies.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the person typed as a number, kept until a login is opened, so that after a mistake the datum alone is typed again. The datum is never kept.
 */
final class KeptNumber {
    private final LoginCookies cookies;
    private final NumberSeal seal;

    KeptNumber(LoginCookies cookies, NumberSeal seal) {
        this.cookies = cookies;
        this.seal = seal;
    }

    Optional<String> in(HttpServletRequest request) {
        return cookies.value(request, Kind.NUMBER).flatMap(seal::open);
    }

    /** Only what can be a number is worth keeping: anything else is to be typed anew. */
    void keep(HttpServletResponse response, @Nullable String typed) {
        if (typed != null && IdentityNumber.parse(typed).accepted().isPresent()) {
            cookies.set(response, Kind.NUMBER, seal.seal(typed));
        } else {
            forget(response);
        }
    }

    void forget(HttpServletResponse response) {
        cookies.drop(response, Kind.NUMBER);
    }
}

package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.Origin;
import dev.clave.spi.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the filters of one login share.
 *
 * @param clave who judges
 * @param paths where it is
 * @param cookies what it keeps in the browser
 * @param numbers what was typed as a number
 * @param signing what is to be signed
 * @param origins where requests come from
 * @param languages in which language they are answered
 */
record LoginParts(
        Clave clave,
        LoginPaths paths,
        LoginCookies cookies,
        KeptNumber numbers,
        Signing signing,
        Function<HttpServletRequest, Optional<Origin>> origins,
        Function<HttpServletRequest, Language> languages) {

    Language language(HttpServletRequest request) {
        return Objects.requireNonNull(languages.apply(request), "language");
    }

    LoginViews views() {
        return new LoginViews(this);
    }
}

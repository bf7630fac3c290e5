package dev.clave.spring.security;

import dev.clave.spi.Level;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * What a login is asked to reach, as it goes from page to form in the URL and in hidden fields. A client may write what it likes here: what was reached is what the grant
 * says.
 *
 * @param level the lowest level that suffices
 * @param sign the reference of the text that is to be signed
 * @param renew whether an earlier login is too long ago
 */
record LoginAsk(Level level, Optional<String> sign, boolean renew) {
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

    static LoginAsk of(HttpServletRequest request) {
        return new LoginAsk(
                level(request.getParameter("level")),
                Optional.ofNullable(request.getParameter("sign")).filter(LoginAsk::isReference),
                request.getParameter("renew") != null);
    }

    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    private static Level level(@Nullable String name) {
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(Level.BASIC);
    }

    /** Whether it is more than to say who one is. */
    boolean isStepUp() {
        return level != Level.BASIC || sign.isPresent() || renew;
    }

    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        sign.ifPresent(reference -> fields.put("sign", reference));
        if (level != Level.BASIC) {
            fields.put("level", level.name());
        }
        if (renew) {
            fields.put("renew", "true");
        }
        return fields;
    }

    /** The same as the end of a path: nothing in it needs to be escaped. */
    String query() {
        String query = StringUtils.collectionToDelimitedString(fields().entrySet(), "&");
        return query.isEmpty() ? "" : "?" + query;
    }
}

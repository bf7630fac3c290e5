package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;

/** What a native image must take along of the login. */
class LoginHintsTest {
    @Test
    void the_place_of_the_applications_csrf_tokens_is_seen() {
        RuntimeHints hints = new RuntimeHints();
        new LoginHints().registerHints(hints, getClass().getClassLoader());
        assertThat(RuntimeHintsPredicates.reflection().onFieldAccess(CsrfConfigurer.class, LoginCsrf.FIELD))
                .accepts(hints);
    }
}

package dev.clave.spring.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.util.ReflectionUtils;

/** What the login looks at by reflection in a native image too. */
final class LoginHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        Optional.ofNullable(ReflectionUtils.findField(CsrfConfigurer.class, LoginCsrf.FIELD))
                .ifPresent(hints.reflection()::registerField);
    }
}

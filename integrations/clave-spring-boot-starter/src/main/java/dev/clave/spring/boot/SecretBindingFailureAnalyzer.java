package dev.clave.spring.boot;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Spring Boot's own analyzer repeats a value that does not fit; where a key or a password may stand, this one comes before it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SecretBindingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final ConfigurationPropertyName KEYS = ConfigurationPropertyName.of("clave.keys");
    private static final ConfigurationPropertyName REDIS = ConfigurationPropertyName.of("clave.store.redis");

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        ConfigurationPropertyName name = cause.getName();
        if (!name.equals(KEYS) && !KEYS.isAncestorOf(name) && !name.equals(REDIS)) {
            return null;
        }
        return new FailureAnalysis(
                name + " has a value of the wrong form, which is not repeated here.",
                "Set the properties below " + name
                        + ", such as clave.keys.ring.2026-11 or clave.store.redis.url, or correct its value.",
                cause);
    }
}

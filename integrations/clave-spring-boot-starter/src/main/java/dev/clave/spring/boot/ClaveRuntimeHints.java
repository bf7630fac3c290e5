package dev.clave.spring.boot;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** What clave reads from its jars: words and sentences, tables, the login's page. */
final class ClaveRuntimeHints implements RuntimeHintsRegistrar {
    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        hints.resources()
                .registerPattern("dev/clave/internal/texts/*.properties")
                .registerPattern("dev/clave/internal/pin/*.txt")
                .registerPattern("dev/clave/spring/security/*.properties")
                .registerPattern("dev/clave/spring/security/style.css")
                .registerPattern("dev/clave/store/jdbc/*.sql");
        // So that the names of properties can be listed, to find slips.
        Stream.concat(Stream.of(ClaveProperties.class), Stream.of(ClaveProperties.class.getDeclaredClasses()))
                .filter(Class::isRecord)
                .forEach(type -> hints.reflection().registerType(type, MemberCategory.INVOKE_DECLARED_METHODS));
    }
}

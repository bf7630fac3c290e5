package dev.clave.spring.jackson;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/** What a native image needs so that Jackson sees which properties are not written. Readers and writers are made by name. */
final class JacksonHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        if (ClassUtils.isPresent("tools.jackson.databind.module.SimpleModule", loader)) {
            hints.reflection()
                    .registerType(ClaveJsonModule.WithoutSubject.class, MemberCategory.INVOKE_DECLARED_METHODS)
                    .registerType(ClaveJsonModule.WithoutName.class, MemberCategory.INVOKE_DECLARED_METHODS);
        }
    }
}

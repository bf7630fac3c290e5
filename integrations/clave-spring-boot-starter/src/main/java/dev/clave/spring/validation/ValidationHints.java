package dev.clave.spring.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/** What a native image needs so that a validation provider can make the validators and core can say its sentences. */
final class ValidationHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        if (!ClassUtils.isPresent("jakarta.validation.ConstraintValidator", loader)) {
            return;
        }
        for (Class<?> validator : List.of(IdentityNumberValidator.class, DniValidator.class, NieValidator.class)) {
            hints.reflection().registerType(validator, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
        }
        for (Class<?> constraint : List.of(IdentityNumber.class, Dni.class, Nie.class)) {
            hints.reflection().registerType(constraint, MemberCategory.INVOKE_PUBLIC_METHODS);
        }
        for (Class<?> several : List.of(IdentityNumber.List.class, Dni.List.class, Nie.List.class)) {
            hints.reflection().registerType(several, MemberCategory.INVOKE_PUBLIC_METHODS);
        }
        hints.resources().registerPattern("dev/clave/internal/texts/*.properties");
    }
}

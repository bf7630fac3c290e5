package dev.clave.spring.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.resource;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.beans.factory.aot.AotServices;

class ValidationHintsTest {
    private final RuntimeHints hints = new RuntimeHints();

    @Test
    void a_native_image_can_make_the_validators_and_say_the_sentences() {
        assertThat(AotServices.factories().load(RuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(ValidationHints.class);
        new ValidationHints().registerHints(hints, getClass().getClassLoader());
        for (Class<?> validator : List.of(IdentityNumberValidator.class, DniValidator.class, NieValidator.class)) {
            assertThat(reflection().onType(validator).withMemberCategory(MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS))
                    .accepts(hints);
        }
        for (Class<?> constraint : List.of(IdentityNumber.class, Dni.class, Nie.class, Dni.List.class)) {
            assertThat(reflection().onType(constraint).withMemberCategory(MemberCategory.INVOKE_PUBLIC_METHODS))
                    .accepts(hints);
        }
        assertThat(resource().forResource("dev/clave/internal/texts/ca-ES-valencia.properties"))
                .accepts(hints);
    }

    @Test
    void without_bean_validation_nothing_is_needed() {
        new ValidationHints().registerHints(hints, new ClassLoader(null) {});
        assertThat(hints.reflection().typeHints()).isEmpty();
    }
}

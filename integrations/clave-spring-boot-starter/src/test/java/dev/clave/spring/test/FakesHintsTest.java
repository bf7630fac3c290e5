package dev.clave.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.aot.hint.predicate.RuntimeHintsPredicates.reflection;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.test.context.aot.TestRuntimeHintsRegistrar;

class FakesHintsTest {
    @WithClaveFakes
    private static final class Plain {}

    @WithClaveFakes(app = true)
    private static final class App {}

    @Test
    void a_native_test_sees_the_annotation() {
        RuntimeHints hints = new RuntimeHints();
        assertThat(AotServices.factories().load(TestRuntimeHintsRegistrar.class))
                .hasAtLeastOneElementOfType(FakesHints.class);
        new FakesHints().registerHints(hints, Plain.class, getClass().getClassLoader());
        assertThat(reflection().onType(WithClaveFakes.class).withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                .accepts(hints);
    }

    @Test
    void contexts_are_shared_by_those_that_ask_for_the_same() {
        ClaveFakesContextCustomizerFactory factory = new ClaveFakesContextCustomizerFactory();
        assertThat(factory.createContextCustomizer(Plain.class, List.of()))
                .isEqualTo(factory.createContextCustomizer(Plain.class, List.of()))
                .isNotEqualTo(factory.createContextCustomizer(App.class, List.of()));
        assertThat(factory.createContextCustomizer(FakesHintsTest.class, List.of()))
                .isNull();
    }
}

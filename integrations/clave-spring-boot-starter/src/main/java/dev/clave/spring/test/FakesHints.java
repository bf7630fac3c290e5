package dev.clave.spring.test;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.test.context.aot.TestRuntimeHintsRegistrar;

/** What tests in a native image need so that {@link WithClaveFakes} is seen. */
final class FakesHints implements TestRuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, Class<?> test, ClassLoader loader) {
        hints.reflection().registerType(WithClaveFakes.class, MemberCategory.INVOKE_DECLARED_METHODS);
    }
}

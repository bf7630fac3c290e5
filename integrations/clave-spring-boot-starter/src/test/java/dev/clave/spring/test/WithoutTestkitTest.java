package dev.clave.spring.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;

/** A test that asks for the fakes in a build that lacks them. */
class WithoutTestkitTest {

    @Test
    void whoever_forgot_the_testkit_is_told_which_dependency_to_add() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (FilteredClassLoader without = new FilteredClassLoader("dev.clave.testkit")) {
            current.setContextClassLoader(without);
            assertThatThrownBy(() ->
                            new ClaveFakesContextCustomizerFactory().createContextCustomizer(Faked.class, List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("dev.clave:clave-testkit")
                    .hasMessageContaining(Faked.class.getName());
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @WithClaveFakes
    private static final class Faked {}
}

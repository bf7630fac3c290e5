package dev.clave.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ClassUtils;

/** Finds {@link WithClaveFakes}. Contexts with it are not shared with tests that are without. */
final class ClaveFakesContextCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> test, List<ContextConfigurationAttributes> attributes) {
        WithClaveFakes wanted = TestContextAnnotationUtils.findMergedAnnotation(test, WithClaveFakes.class);
        if (wanted == null) {
            return null;
        }
        requireTestkit(test);
        return new Customizer(wanted.app());
    }

    /** The starter does not bring it, so that it is in no production. */
    private static void requireTestkit(Class<?> test) {
        if (!ClassUtils.isPresent("dev.clave.testkit.FakePeople", null)) {
            throw new IllegalStateException(test.getName()
                    + " has @WithClaveFakes, and the testkit is not on the class path: add the dependency"
                    + " dev.clave:clave-testkit with the scope test");
        }
    }

    /**
     * Adds the fakes before the application's own configuration is looked at.
     *
     * @param app whether there is an app although the application has none
     */
    record Customizer(boolean app) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            AnnotatedBeanDefinitionReader reader =
                    new AnnotatedBeanDefinitionReader((BeanDefinitionRegistry) context, context.getEnvironment());
            reader.register(ClaveFakesConfiguration.class);
            if (app) {
                reader.register(AppFakesConfiguration.class);
            }
        }
    }
}

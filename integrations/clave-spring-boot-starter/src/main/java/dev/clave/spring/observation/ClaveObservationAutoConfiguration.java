package dev.clave.spring.observation;

import dev.clave.spring.boot.ClaveAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Observes what the application does for clave, where it has an {@link ObservationRegistry}. */
@AutoConfiguration(
        before = ClaveAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public class ClaveObservationAutoConfiguration {
    /** For the application context. */
    public ClaveObservationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    static ObservedSockets claveObservedSockets(ObservationRegistry registry) {
        return new ObservedSockets(registry);
    }
}

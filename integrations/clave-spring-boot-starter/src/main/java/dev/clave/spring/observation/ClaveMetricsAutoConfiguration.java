package dev.clave.spring.observation;

import dev.clave.Clave;
import dev.clave.spring.boot.ClaveAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;

/** Counts how calls end, where the application has meters. */
@AutoConfiguration(
        after = ClaveAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
@ConditionalOnSingleCandidate(Clave.class)
public class ClaveMetricsAutoConfiguration {
    /** For the application context. */
    public ClaveMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    static OutcomeMetrics claveOutcomeMetrics(Clave clave) {
        return new OutcomeMetrics(clave);
    }
}

package dev.clave.spring.observation;

import dev.clave.Clave;
import dev.clave.spi.PinStore;
import dev.clave.spring.boot.ClaveAutoConfiguration;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health contributor {@code clave}; {@code management.health.clave.enabled=false} leaves it out. */
@AutoConfiguration(
        after = ClaveAutoConfiguration.class,
        beforeName = "org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration")
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Clave.class)
@ConditionalOnEnabledHealthIndicator("clave")
public class ClaveHealthAutoConfiguration {
    /** For the application context. */
    public ClaveHealthAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "claveHealthIndicator")
    static ClaveHealthIndicator claveHealthIndicator(
            ObjectProvider<PinStore> store, Map<String, ChannelHealth> channels) {
        return new ClaveHealthIndicator(Optional.ofNullable(store.getIfUnique()), channels);
    }
}

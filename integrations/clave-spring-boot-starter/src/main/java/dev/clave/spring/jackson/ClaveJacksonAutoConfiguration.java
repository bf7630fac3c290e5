package dev.clave.spring.jackson;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.module.SimpleModule;

/** Gives {@link ClaveJsonModule} to every mapper that Spring Boot builds. */
@AutoConfiguration
@ConditionalOnClass(SimpleModule.class)
public class ClaveJacksonAutoConfiguration {
    /** For the application context. */
    public ClaveJacksonAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    static ClaveJsonModule claveJsonModule() {
        return new ClaveJsonModule();
    }
}

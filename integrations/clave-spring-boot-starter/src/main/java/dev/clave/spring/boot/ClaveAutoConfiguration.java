package dev.clave.spring.boot;

import dev.clave.Clave;
import dev.clave.MemoryPinStore;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PinStore;
import java.time.InstantSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** A {@link Clave} from the beans and the properties of an application. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
@EnableConfigurationProperties(ClaveProperties.class)
@Import({
    JdbcStoreConfiguration.class,
    RedisStoreConfiguration.class,
    ClaveAutoConfiguration.MemoryStoreConfiguration.class,
    ClaveAutoConfiguration.KeysConfiguration.class
})
@ImportRuntimeHints(ClaveRuntimeHints.class)
public class ClaveAutoConfiguration {
    /** For the application context. */
    public ClaveAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    Clave clave(
            ConfigurableListableBeanFactory beans,
            Environment environment,
            ClaveProperties properties,
            DeliveryThreads threads) {
        return new ClaveAssembly(beans, environment, properties).assemble(threads);
    }

    @Bean
    DeliveryThreads claveDeliveryThreads(ClaveProperties properties) {
        return new DeliveryThreads(properties.delivery());
    }

    /** The keys of the properties, for whatever else seals something; where the application has made its own Clave, nobody knows its keys. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean({Clave.class, KeyRing.class})
    static class KeysConfiguration {
        /** Lazy, so that what is wrong with it is told beside all else that is wrong. */
        @Bean
        @Lazy
        KeyRing claveKeyRing(ClaveProperties properties, Environment environment) {
            return KeyRings.of(properties.keys(), environment);
        }
    }

    /** The store in memory, when it is asked for by name. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "clave.store.type", havingValue = "memory")
    @ConditionalOnMissingBean(PinStore.class)
    static class MemoryStoreConfiguration {
        /** Lazy, so that what is wrong with it is told beside all else that is wrong. */
        @Bean
        @Lazy
        MemoryPinStore clavePinStore(ListableBeanFactory beans, ClaveProperties properties) {
            InstantSource clock = ClaveAssembly.clock(beans);
            long capacity = properties.store().memory().capacity();
            if (capacity < 1) {
                throw Problems.one(
                        "clave.store.memory.capacity is " + capacity + ".",
                        "Set clave.store.memory.capacity to how many entries fit into the memory, 1 or more.");
            }
            return MemoryPinStore.withCapacity(capacity, clock == null ? InstantSource.system() : clock);
        }
    }
}

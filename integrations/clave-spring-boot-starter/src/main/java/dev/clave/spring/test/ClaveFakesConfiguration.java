package dev.clave.spring.test;

import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spring.boot.ClaveBuilderCustomizer;
import dev.clave.spring.boot.SocketDecorator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The fakes as the sockets of an application: beans, so that nothing is found missing, and the last word on the builder. */
@Configuration(proxyBeanMethods = false)
class ClaveFakesConfiguration {
    static final String PREFIX = "claveFake";

    @Bean
    static BeanFactoryPostProcessor claveFakeInjection() {
        return new InjectedFakes();
    }

    @Bean
    CurrentFakes claveFakes() {
        return new CurrentFakes();
    }

    @Bean
    @Primary
    PersonRegistry claveFakeRegistry(CurrentFakes fakes) {
        return number -> fakes.get().registry().find(number);
    }

    @Bean
    @Primary
    DeliveryChannel claveFakeSmsChannel(CurrentFakes fakes) {
        return message -> fakes.get().sms().deliver(message);
    }

    @Bean
    @Primary
    AuditSink claveFakeAudit(CurrentFakes fakes) {
        return event -> fakes.get().audit().record(event);
    }

    @Bean
    @Primary
    KeyRing claveFakeKeys(CurrentFakes fakes) {
        return new CurrentSockets.Keys(fakes);
    }

    @Bean
    @Primary
    PinStore claveFakeStore(CurrentFakes fakes) {
        return new CurrentSockets.Store(fakes);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ClaveBuilderCustomizer claveFakeSockets(
            CurrentFakes fakes, ConfigurableListableBeanFactory beans, ObjectProvider<SocketDecorator> decorators) {
        return new FakeSockets(fakes, beans, decorators);
    }
}

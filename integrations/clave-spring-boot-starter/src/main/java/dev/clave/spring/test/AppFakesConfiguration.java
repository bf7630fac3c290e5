package dev.clave.spring.test;

import dev.clave.spi.DeviceRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** A registry of devices for an application, or a part of one, that has none. */
@Configuration(proxyBeanMethods = false)
class AppFakesConfiguration {

    @Bean
    @Primary
    DeviceRegistry claveFakeDevices(CurrentFakes fakes) {
        return new CurrentSockets.Devices(fakes);
    }
}

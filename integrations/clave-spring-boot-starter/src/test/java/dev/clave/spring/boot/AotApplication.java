package dev.clave.spring.boot;

import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application that is processed ahead of time, and then logs a person in. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(ClaveAutoConfiguration.class)
class AotApplication {
    @SuppressWarnings("SystemOut") // A process of its own has no other way to tell.
    public static void main(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AotApplication.class)
                .web(WebApplicationType.NONE)
                .run(arguments)) {
            System.out.println("generated: " + AotDetector.useGeneratedArtifacts() + ", logged in: "
                    + Host.logsIn(context) + ", store: "
                    + context.getBean(PinStore.class));
        }
    }

    @Bean
    PersonRegistry people() {
        return FakeRegistry.withEverybody();
    }

    @Bean
    FakeSmsGateway sms() {
        return new FakeSmsGateway();
    }

    @Bean
    @ForRoute(Route.APP)
    DeliveryChannel push() {
        return new FakePushGateway();
    }

    @Bean
    DeviceRegistry devices() {
        return new FakeDeviceRegistry();
    }

    @Bean
    AuditSink audit() {
        return new RecordingAudit();
    }

    @Bean
    DataSource business() {
        return new JdbcDataSource();
    }

    @Bean
    @ClaveDataSource
    DataSource logins() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:logins;DB_CLOSE_DELAY=-1");
        return source;
    }

    @Bean
    PinPolicyCustomizer longer() {
        return policy -> policy.pinLength(7);
    }
}

package dev.clave.example.office.demo;

import dev.clave.JsonLinesAuditSink;
import dev.clave.spi.AuditSink;
import dev.clave.spi.Route;
import dev.clave.spring.boot.ForRoute;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A town of invented people: who is registered, where their SMS go, which app they have. Several nodes may share one. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
public class Town {

    private static final Logger LOG = LoggerFactory.getLogger(Town.class);

    /** Everybody who reaches this office can read every PIN in its phone: nobody but who sits before it may. */
    Town(@Value("${server.address:0.0.0.0}") @Nullable InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("The profile demo shows PINs to whoever asks: it runs on a loopback address"
                    + " alone. Remove server.address, or set it to 127.0.0.1.");
        }
    }

    @Bean
    @ConditionalOnMissingBean
    FakeRegistry people() {
        return FakeRegistry.withEverybody();
    }

    @Bean
    @ConditionalOnMissingBean
    FakeSmsGateway sms() {
        return new FakeSmsGateway();
    }

    @Bean
    @ConditionalOnMissingBean
    FakeDeviceRegistry apps() {
        return new FakeDeviceRegistry();
    }

    @Bean
    @ConditionalOnMissingBean
    @ForRoute(Route.APP)
    FakePushGateway push() {
        return new FakePushGateway();
    }

    @Bean
    @ConditionalOnMissingBean
    AuditSink audit() throws IOException {
        Path file = Files.createTempFile("e-office-audit-", ".jsonl");
        LOG.info("What is remembered of each step, by pseudonym: {}", file);
        return JsonLinesAuditSink.appendingTo(file);
    }
}

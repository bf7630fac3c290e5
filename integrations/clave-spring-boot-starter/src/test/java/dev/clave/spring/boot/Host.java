package dev.clave.spring.boot;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.PersonRegistry;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application has, as far as the tests of this package need it. */
final class Host {
    private Host() {}

    static ApplicationContextRunner empty() {
        return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(ClaveAutoConfiguration.class));
    }

    static ApplicationContextRunner withoutKeys() {
        return empty().withUserConfiguration(People.class, Sms.class, Audit.class);
    }

    static ApplicationContextRunner complete() {
        return withoutKeys().withPropertyValues(keys());
    }

    static String key() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String[] keys() {
        return new String[] {
            "clave.keys.subject=" + key(), "clave.keys.current=2026-11", "clave.keys.ring.2026-11=" + key()
        };
    }

    /** What whoever starts the application reads. */
    static String told(@Nullable Throwable failure) {
        FailureAnalysis analysis = new ClaveFailureAnalyzer().analyze(Objects.requireNonNull(failure, "no failure"));
        return analysis == null ? "" : analysis.getDescription() + "\n" + analysis.getAction();
    }

    static boolean logsIn(ApplicationContext context, FakePerson person) {
        Clave clave = context.getBean(Clave.class);
        FakeSmsGateway sms = context.getBean(FakeSmsGateway.class);
        return clave.identify(person.typedNumber(), person.typedContrast()) instanceof Identified login
                && clave.obtainPin(login.handle()) != null
                && clave.verify(login.handle(), sms.phoneOf(person).lastPin()) instanceof Granted;
    }

    static boolean logsIn(ApplicationContext context) {
        return logsIn(context, FakePeople.ANA);
    }

    /** A registry. */
    @Configuration(proxyBeanMethods = false)
    static class People {
        @Bean
        PersonRegistry people() {
            return FakeRegistry.withEverybody();
        }
    }

    /** A channel. */
    @Configuration(proxyBeanMethods = false)
    static class Sms {
        @Bean
        FakeSmsGateway sms() {
            return new FakeSmsGateway();
        }
    }

    /** An audit sink. */
    @Configuration(proxyBeanMethods = false)
    static class Audit {
        @Bean
        AuditSink audit() {
            return new RecordingAudit();
        }
    }

    /** Another channel, for the same route. */
    @Configuration(proxyBeanMethods = false)
    static class SecondSms {
        @Bean
        DeliveryChannel spare() {
            return new FakeSmsGateway();
        }
    }
}

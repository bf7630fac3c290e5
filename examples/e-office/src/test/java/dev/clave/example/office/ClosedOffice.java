package dev.clave.example.office;

import dev.clave.spi.AuditSink;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The office as one would run it: without the profile demo, with a registry, a gateway and an audit of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@Import(ClosedOffice.Town.class)
abstract class ClosedOffice {
    @Autowired
    FakeSmsGateway sms;

    @LocalServerPort
    int port;

    /** What an office brings. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Town {
        @Bean
        FakeRegistry registry() {
            FakeRegistry registry = FakeRegistry.withEverybody();
            FakePeople.crowd(60).forEach(registry::put);
            return registry;
        }

        @Bean
        FakeSmsGateway gateway() {
            return new FakeSmsGateway();
        }

        @Bean
        AuditSink audit() {
            return event -> {};
        }
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    Visitor.Page identified(Visitor.Page login, FakePerson person) {
        return login.press("Continue", "number", person.typedNumber())
                .press("Continue", "contrast", person.typedContrast());
    }

    Visitor.Page inside(Visitor visitor, FakePerson person) {
        return identified(visitor.get("/my-data"), person)
                .press("Obtain PIN")
                .press("Access", "pin", sms.phoneOf(person).lastPin());
    }
}

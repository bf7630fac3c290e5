package dev.clave.example.office;

import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The demo on a port of its own. Budgets hold: each test has a day, and people, of its own. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(OpenOffice.Time.class)
abstract class OpenOffice {
    @Autowired
    FakeSmsGateway sms;

    @Autowired
    FakeClock clock;

    @LocalServerPort
    int port;

    /** A clock that a test puts forward where a person would wait. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        FakeClock clock() {
            return new FakeClock();
        }
    }

    /** A day goes by, after which nobody has used up anything; sessions are by the machine's clock, and stay. */
    @BeforeEach
    void nextDay() {
        clock.advance(Duration.ofDays(1));
    }

    Visitor visitor() {
        return new Visitor(port);
    }

    /** From a page that asks for a login to the one that asks for the PIN. */
    Visitor.Page untilPin(Visitor.Page login, FakePerson person) {
        return login.press("Continue", "number", person.typedNumber())
                .press("Continue", "contrast", person.typedContrast())
                .press("Obtain PIN");
    }

    Visitor.Page inside(Visitor visitor, FakePerson person) {
        return untilPin(visitor.get("/my-data"), person)
                .press("Access", "pin", sms.phoneOf(person).lastPin());
    }
}

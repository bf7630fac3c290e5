package dev.clave.example.office.browser;

import dev.clave.Clave;
import dev.clave.Devices;
import dev.clave.Sentences;
import dev.clave.example.office.EOffice;
import dev.clave.spi.Language;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The office of the run, as its main starts it, on a port of its own. Only its clock is another one. */
final class Office implements AutoCloseable {
    private final OfficeClock clock;
    private final ConfigurableApplicationContext application;

    private Office(OfficeClock clock, ConfigurableApplicationContext application) {
        this.clock = clock;
        this.application = application;
    }

    static Office open() {
        OfficeClock clock = new OfficeClock();
        return new Office(
                clock,
                new SpringApplicationBuilder(EOffice.class)
                        .profiles("demo")
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean("clock", InstantSource.class, () -> clock))
                        .run("--server.port=0"));
    }

    String origin() {
        return "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Budgets are full again, nobody has an app, and everything works. */
    void newDay() {
        clock.forward(Duration.ofDays(1));
        Devices devices = application.getBean(Clave.class).devices();
        FakePeople.everybody().stream()
                .map(FakePerson::number)
                .forEach(number ->
                        devices.of(number).ifPresent(device -> devices.deactivate(number, device.id(), "tests")));
        registry().recover();
        sms().recover();
        application.getBean(FakePushGateway.class).recover();
    }

    /** Puts the clock of the office forward; what a page counts down goes by the browser's. */
    void later(Duration time) {
        clock.forward(time);
    }

    FakeRegistry registry() {
        return application.getBean(FakeRegistry.class);
    }

    FakeSmsGateway sms() {
        return application.getBean(FakeSmsGateway.class);
    }

    /** What the last SMS with a PIN says. */
    String pinOf(FakePerson person) {
        return sms().phoneOf(person).lastPin();
    }

    /** What clave says to somebody in a language. */
    Sentences sentences(Look look) {
        return Sentences.in(look.language());
    }

    Words words(Language language) {
        return new Words(application, Locale.forLanguageTag(language.tag()));
    }

    @Override
    public void close() {
        application.close();
    }
}

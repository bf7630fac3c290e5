package dev.clave.spring.security;

import dev.clave.Clave;
import dev.clave.spi.Route;
import dev.clave.spring.security.Browser.Page;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application on a real server, with the testkit's fakes behind it. */
final class Office implements AutoCloseable {
    final FakeRegistry people = FakeRegistry.withEverybody();
    final FakeSmsGateway sms = new FakeSmsGateway();
    final FakeClock clock = new FakeClock();
    final FakePinStore store = new FakePinStore();
    final RecordingAudit audit = new RecordingAudit();
    final Clave clave;
    private final List<ConfigurableApplicationContext> nodes = new ArrayList<>();

    private Office() {
        clave = Clave.builder()
                .registry(people)
                .channel(Route.SMS, sms)
                .audit(audit)
                .keys(FakeKeyRing.random())
                .store(store)
                .clock(clock)
                .build();
    }

    static Office open(Class<?>... more) {
        return open(Map.of(), more);
    }

    static Office open(Map<String, Object> properties, Class<?>... more) {
        Office office = new Office();
        office.addNode(properties, more);
        return office;
    }

    /** Another node over the same store and keys, with a Clave of its own. */
    int addNode(Map<String, Object> properties, Class<?>... more) {
        SpringApplication application = new SpringApplicationBuilder(Pages.class)
                .sources(more)
                .properties(Map.of(
                        "server.port",
                        "0",
                        "spring.main.banner-mode",
                        "off",
                        "debug",
                        "true",
                        "logging.level.root",
                        "WARN"))
                .properties(properties)
                .initializers(context -> context.getBeanFactory().registerSingleton("clave", clave))
                .build();
        ConfigurableApplicationContext node = application.run();
        nodes.add(node);
        return port(nodes.size() - 1);
    }

    int port(int node) {
        return Integer.parseInt(nodes.get(node).getEnvironment().getRequiredProperty("local.server.port"));
    }

    Browser browser() {
        return new Browser(port(0));
    }

    ConfigurableApplicationContext context() {
        return nodes.get(0);
    }

    /** Number, datum, Obtain PIN: the page on which the PIN is typed. */
    Page askPin(Page login, FakePerson person) {
        return login.submit("/identify", "number", person.typedNumber(), "contrast", person.typedContrast())
                .submit("/pin");
    }

    Page logIn(Browser browser, FakePerson person) {
        return askPin(browser.get("/login/clave"), person).submit("/access", "pin", pin(person));
    }

    String pin(FakePerson person) {
        return sms.phoneOf(person).lastPin();
    }

    @Override
    public void close() {
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    /** Two pages, and whatever auto-configuration makes of them. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Pages {
        @Bean
        Desk desk() {
            return new Desk();
        }
    }

    /** Says who is there. */
    @RestController
    static class Desk {
        @GetMapping({"/", "/tax/{year}", "/again"})
        String who(Authentication who) {
            return "inside: " + who.getName() + " "
                    + who.getAuthorities().stream()
                            .map(Object::toString)
                            .sorted()
                            .toList();
        }
    }
}

package es.ejemplo.town;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
public class Town {
    static final List<Message> SENT = new CopyOnWriteArrayList<>();

    public static void main(String[] arguments) {
        SpringApplication.run(Town.class, arguments);
    }

    @Bean
    PersonRegistry people() {
        IdentityNumber ana = IdentityNumber.of("99999018D");
        Person person = Person.registered("ana", ValidityDate.of(LocalDate.of(2031, 3, 15)))
                .withPhone(PhoneNumber.of("+34600000018"));
        return number -> number.equals(ana) ? Optional.of(person) : Optional.empty();
    }

    @Bean
    DeliveryChannel sms() {
        return message -> SENT.add(message) ? DeliveryResult.accepted() : null;
    }

    @Bean
    AuditSink audit() {
        return event -> {};
    }

    @RestController
    static class Hall {
        @GetMapping("/")
        String hello(Authentication who) {
            return "Hello " + who.getName();
        }
    }
}

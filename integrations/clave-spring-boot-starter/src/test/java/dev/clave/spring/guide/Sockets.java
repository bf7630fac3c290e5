package dev.clave.spring.guide;

import dev.clave.JsonLinesAuditSink;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

// spotless:off
@Configuration
class Sockets {
    private static final Logger PHONE = LoggerFactory.getLogger("phone");

    @Bean
    PersonRegistry people() {                       // who is registered: a query by primary key, in your application
        Map<IdentityNumber, Person> table = Map.of(
            IdentityNumber.of("99999018D"),
            Person.registered("citizen-4711", ValidityDate.of(LocalDate.of(2031, 3, 15)))
                .withPhone(PhoneNumber.of("+34600000018")));
        return number -> Optional.ofNullable(table.get(number));
    }

    @Bean
    DeliveryChannel sms() {                         // a phone for a first try: the PIN is in the log of the application
        return message -> {
            PHONE.info("{}", message.text().reveal());
            return DeliveryResult.accepted();
        };
    }

    @Bean
    AuditSink audit() {                             // what is remembered: one line of JSON for each step, by pseudonym
        return JsonLinesAuditSink.appendingTo(Path.of("audit.jsonl"));
    }
}
// spotless:on

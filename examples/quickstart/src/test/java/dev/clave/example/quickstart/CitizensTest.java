package dev.clave.example.quickstart;

import dev.clave.example.quickstart.Citizens.Kind;
import dev.clave.example.quickstart.Citizens.Row;
import dev.clave.identity.ContrastData;
import dev.clave.identity.IssueDate;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.PersonRegistryContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

// spotless:off
// readme: contract
class CitizensTest extends PersonRegistryContract {
    private final Map<String, Row> table = new ConcurrentHashMap<>();

    @Override
    protected PersonRegistry registryOf(List<FakePerson> people) {
        people.forEach(this::update);
        return new Citizens(table);
    }

    @Override
    protected boolean update(FakePerson person) {
        table.put(person.number().value(), row(person.person()));
        return true;
    }
    // readme: pause
    // spotless:on

    private static Row row(Person person) {
        return new Row(
                person.subject(),
                kind(person.contrast()),
                datum(person.contrast()),
                person.phone().map(PhoneNumber::value).orElse(null),
                person.language().tag(),
                person.level() == Level.ADVANCED,
                person.status() == Person.Status.REVOKED);
    }

    private static Kind kind(ContrastData contrast) {
        if (contrast instanceof ValidityDate) {
            return Kind.DNI;
        }
        return contrast instanceof IssueDate ? Kind.PERMANENT_DNI : Kind.NIE;
    }

    private static String datum(ContrastData contrast) {
        if (contrast instanceof ValidityDate validity) {
            return validity.date().toString();
        }
        return contrast instanceof IssueDate issue ? issue.date().toString() : ((SupportNumber) contrast).value();
    }
    // readme: resume
}
// readme: end

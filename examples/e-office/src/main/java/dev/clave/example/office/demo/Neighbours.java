package dev.clave.example.office.demo;

import dev.clave.identity.IssueDate;
import dev.clave.identity.Nie;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people whom a visitor can play, for the pages of the demo. */
@Component
@Profile("demo")
public class Neighbours {

    /**
     * A person, as the pages show one.
     *
     * @param key the name in a URL
     * @param name the first name
     * @param number the identity number, as it is typed
     * @param contrast the datum of the document, as it is typed
     * @param document which document: the end of a text's key
     * @param phone whether they have one
     */
    public record Neighbour(String key, String name, String number, String contrast, String document, boolean phone) {
        private static Neighbour of(FakePerson person) {
            String name = person.name();
            return new Neighbour(
                    name.toLowerCase(Locale.ROOT),
                    name,
                    person.typedNumber(),
                    person.typedContrast(),
                    documentOf(person),
                    person.person().phone().isPresent());
        }

        private static String documentOf(FakePerson person) {
            if (person.number() instanceof Nie) {
                return "nie";
            }
            return person.person().contrast() instanceof IssueDate ? "permanent" : "dni";
        }
    }

    /**
     * All of them.
     *
     * @return the people
     */
    public List<Neighbour> all() {
        return FakePeople.everybody().stream().map(Neighbour::of).toList();
    }
}

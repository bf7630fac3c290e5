package dev.clave.example.quickstart;

import dev.clave.identity.ContrastData;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registry over a table of the host's own. */
// spotless:off
// readme: registry
public final class Citizens implements PersonRegistry {
    private final Map<String, Row> table;            // yours: a query by primary key

    // readme: pause
    /** Over this table, by canonical number. */
    public Citizens(Map<String, Row> table) {
        this.table = table;
    }

    // readme: resume
    @Override
    public Optional<Person> find(IdentityNumber number) {
        return Optional.ofNullable(table.get(number.value())).map(Citizens::person);
    }

    private static Person person(Row row) {
        ContrastData contrast = switch (row.kind) {
            case DNI -> ValidityDate.of(LocalDate.parse(row.datum));
            case PERMANENT_DNI -> IssueDate.of(LocalDate.parse(row.datum));      // it bears 01-01-9999
            case NIE -> SupportNumber.of(row.datum);
        };
        return new Person(
            row.id,                                                              // comes back in the grant
            contrast,
            Optional.ofNullable(row.phone).map(PhoneNumber::of),
            Language.ofTag(row.language).orElse(Language.ES),
            row.inPerson ? Level.ADVANCED : Level.BASIC,
            row.revoked ? Person.Status.REVOKED : Person.Status.ACTIVE);
    }
    // readme: pause
    // spotless:on

    /** How a document is checked. */
    public enum Kind {
        /** By its validity date. */
        DNI,
        /** By its issue date. */
        PERMANENT_DNI,
        /** By its support number. */
        NIE
    }

    /**
     * A row of the table.
     *
     * @param id the host's own id
     * @param kind how the document is checked
     * @param datum the date in ISO form, or the support number
     * @param phone the mobile phone in international form, null for none
     * @param language the tag of the language
     * @param inPerson whether the person came to the office to register
     * @param revoked whether the registration has ended
     */
    public record Row(
            String id,
            Kind kind,
            String datum,
            @Nullable String phone,
            String language,
            boolean inPerson,
            boolean revoked) {}
    // readme: resume
}
// readme: end

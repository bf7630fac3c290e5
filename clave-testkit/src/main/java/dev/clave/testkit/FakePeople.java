package dev.clave.testkit;

import dev.clave.identity.ContrastData;
import dev.clave.identity.IssueDate;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Ready-made people. Their numbers are from the very end of what a document can bear, so that no test shows a living
 * person's; their phones are from a block of zeros.
 */
public final class FakePeople {
    private static final String CHECK_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int CROWD = 900;

    /** A DNI (99999018D) valid until 15-03-2031; basic; Spanish. */
    public static final FakePerson ANA = person("Ana", "99999018D", validUntil("2031-03-15"), "000018", Language.ES);

    /** A permanent DNI (99999035A), which bears 01-01-9999 and was issued on 07-11-2019; basic; Galician. */
    public static final FakePerson BREIXO =
            person("Breixo", "99999035A", IssueDate.of(LocalDate.parse("2019-11-07")), "000035", Language.GL);

    /** A foreigner's card (Z9999910K) with the support number E00112233; basic; English. */
    public static final FakePerson CAROL =
            person("Carol", "Z9999910K", SupportNumber.of("E00112233"), "000110", Language.EN);

    /** A certificate of an EU citizen (Z9999927S) with the support number C01234567; advanced; Spanish. */
    public static final FakePerson DIETER = person(
                    "Dieter", "Z9999927S", SupportNumber.of("C01234567"), "000127", Language.ES)
            .with(person -> person.withLevel(Level.ADVANCED));

    /** A DNI (99999052C) valid until 29-02-2028; advanced; Basque. */
    public static final FakePerson EDURNE = person(
                    "Edurne", "99999052C", validUntil("2028-02-29"), "000052", Language.EU)
            .with(person -> person.withLevel(Level.ADVANCED));

    /** A DNI (99999069Z) valid until 31-12-2033; basic; Valencian. */
    public static final FakePerson FERRAN =
            person("Ferran", "99999069Z", validUntil("2033-12-31"), "000069", Language.CA_VALENCIA);

    /** A DNI (99999003V) valid until 01-10-2030; basic; Catalan; the same phone as {@link #HUGO}. */
    public static final FakePerson GEMMA =
            person("Gemma", "99999003V", validUntil("2030-10-01"), "000003", Language.CA);

    /** A DNI (99999004H) valid until 02-09-2029; basic; Spanish; the same phone as {@link #GEMMA}. */
    public static final FakePerson HUGO = person("Hugo", "99999004H", validUntil("2029-09-02"), "000003", Language.ES);

    /** A DNI (99999005L) that expired on 20-01-2024; basic; Spanish. */
    public static final FakePerson ISABEL =
            person("Isabel", "99999005L", validUntil("2024-01-20"), "000005", Language.ES);

    /** A DNI (99999006C) valid until 14-07-2032 and no phone: no login. */
    public static final FakePerson NOEL = person("Noel", "99999006C", validUntil("2032-07-14"), "000006", Language.ES)
            .with(Person::withoutPhone);

    /** A DNI (99999007K) valid until 08-08-2032, whose registration was revoked: no login. */
    public static final FakePerson RITA = person("Rita", "99999007K", validUntil("2032-08-08"), "000007", Language.ES)
            .with(person -> person.withStatus(Person.Status.REVOKED));

    /** A DNI (99999099K) valid until 30-06-2031, whom {@link FakeRegistry#withEverybody} does not know. */
    public static final FakePerson ULISES =
            person("Ulises", "99999099K", validUntil("2031-06-30"), "000099", Language.ES);

    private FakePeople() {}

    /**
     * All of them but {@link #ULISES}, whom nobody has registered.
     *
     * @return the people
     */
    public static List<FakePerson> everybody() {
        return List.of(ANA, BREIXO, CAROL, DIETER, EDURNE, FERRAN, GEMMA, HUGO, ISABEL, NOEL, RITA);
    }

    /**
     * People for a test that needs many: each with a DNI, a validity date and a phone of their own, none of them among
     * {@link #everybody}.
     *
     * @param count how many, 900 at the most
     * @return the same people each time
     * @throws IllegalArgumentException if there are not so many
     */
    public static List<FakePerson> crowd(int count) {
        if (count < 0 || count > CROWD) {
            throw new IllegalArgumentException("a crowd has at most " + CROWD + " people");
        }
        List<FakePerson> people = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = 99_999_100 + i;
            ContrastData contrast = ValidityDate.of(LocalDate.of(2030, 1, 1).plusDays(i));
            people.add(person("Number " + i, number + letter(number), contrast, "001" + (100 + i), Language.ES));
        }
        return people;
    }

    private static String letter(int number) {
        return String.valueOf(CHECK_LETTERS.charAt(number % CHECK_LETTERS.length()));
    }

    private static ContrastData validUntil(String date) {
        return ValidityDate.of(LocalDate.parse(date));
    }

    private static FakePerson person(
            String name, String number, ContrastData contrast, String phone, Language language) {
        String subject = "citizen-" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
        Person person = Person.registered(subject, contrast)
                .withPhone(PhoneNumber.of("+34600" + phone))
                .withLanguage(language);
        return FakePerson.of(name, number, person);
    }
}

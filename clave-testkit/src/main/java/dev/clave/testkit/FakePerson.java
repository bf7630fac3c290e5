package dev.clave.testkit;

import dev.clave.identity.ContrastData;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.SupportNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Somebody who does not exist, with a document and a phone: what the registry knows of them, and what they would type
 * themselves.
 *
 * <p>Immutable. {@code toString} prints the first name alone.
 *
 * @see FakePeople
 */
public final class FakePerson {
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);

    private final String name;
    private final IdentityNumber number;
    private final Person person;

    private FakePerson(String name, IdentityNumber number, Person person) {
        this.name = name;
        this.number = number;
        this.person = person;
    }

    /**
     * A person of your own. Take a DNI from 99999000 upwards or a NIE of the form Z99999xx, which nobody has.
     *
     * @param name a first name, for messages of tests
     * @param number the identity number, in its canonical form
     * @param person what the registry knows
     * @return the person
     * @throws IllegalArgumentException if the number is not one, or not canonical
     */
    public static FakePerson of(String name, String number, Person person) {
        return new FakePerson(
                Objects.requireNonNull(name, "name"),
                IdentityNumber.of(number),
                Objects.requireNonNull(person, "person"));
    }

    /**
     * The same person of whom the registry knows something else.
     *
     * @param change makes the new record
     * @return the person
     */
    public FakePerson with(UnaryOperator<Person> change) {
        return new FakePerson(name, number, Objects.requireNonNull(change.apply(person), "person"));
    }

    /**
     * The first name, for messages of tests.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The identity number.
     *
     * @return the number
     */
    public IdentityNumber number() {
        return number;
    }

    /**
     * What the person types for the identity number.
     *
     * @return such as {@code 99999018D}
     */
    public String typedNumber() {
        return number.value();
    }

    /**
     * What the person types for the contrast datum, read off their document.
     *
     * @return such as {@code 15-03-2031} or {@code E00112233}
     */
    public String typedContrast() {
        return typed(person.contrast());
    }

    /**
     * A datum of the right kind that is not the person's.
     *
     * @return such as {@code 16-03-2031} or {@code E00112234}
     */
    public String typedWrongContrast() {
        ContrastData own = person.contrast();
        if (own instanceof SupportNumber support) {
            String value = support.value();
            char last = value.charAt(value.length() - 1);
            return value.substring(0, value.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        }
        return date(own).plusDays(1).format(TYPED);
    }

    /**
     * What the registry knows.
     *
     * @return the record
     */
    public Person person() {
        return person;
    }

    /**
     * The host's own id of the person.
     *
     * @return the subject
     */
    public String subject() {
        return person.subject();
    }

    /**
     * The person's phone.
     *
     * @return the number
     * @throws NoSuchElementException if the person has none
     */
    public PhoneNumber phone() {
        return person.phone().orElseThrow(() -> new NoSuchElementException(name + " has no phone"));
    }

    static String typed(ContrastData contrast) {
        return contrast instanceof SupportNumber support
                ? support.value()
                : date(contrast).format(TYPED);
    }

    static LocalDate date(ContrastData contrast) {
        return contrast instanceof ValidityDate validity ? validity.date() : ((IssueDate) contrast).date();
    }

    @Override
    public String toString() {
        return "FakePerson[" + name + "]";
    }
}

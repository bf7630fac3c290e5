package dev.clave.benchmarks.logins;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Many people with one and the same document date and phone. The registry knows everybody at once, so that it costs nothing, but for those whose
 * number begins with 97, whom it does not know at all.
 */
public final class Crowd implements PersonRegistry {
    static final String CONTRAST = "15-03-2031";
    static final String WRONG_CONTRAST = "16-03-2031";

    private static final int FIRST_STRANGER = 97_999_999;
    private static final int FIRST = 99_999_999;
    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private final Optional<Person> everybody =
            Optional.of(Person.registered("citizen", ValidityDate.of(LocalDate.of(2031, 3, 15)))
                    .withPhone(PhoneNumber.of("+34600000018")));

    @Override
    public Optional<Person> find(IdentityNumber number) {
        return number.value().startsWith("97") ? Optional.empty() : everybody;
    }

    /** The numbers of so many people, down from the very end of what a document can bear; of two million at the most. */
    static String[] numbers(int count) {
        return numbers(FIRST, count);
    }

    /** The numbers of so many whom nobody has registered. */
    static String[] strangers(int count) {
        return numbers(FIRST_STRANGER, count);
    }

    private static String[] numbers(int first, int count) {
        String[] numbers = new String[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(first - i);
        }
        return numbers;
    }

    private static String number(int number) {
        return "" + number + LETTERS.charAt(number % LETTERS.length());
    }
}

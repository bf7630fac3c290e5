package dev.clave.benchmarks;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/** Many people with one and the same document date and phone. The registry knows everybody at once, so that it costs nothing. */
final class Crowd implements PersonRegistry {
    static final String CONTRAST = "15-03-2031";

    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    private final Optional<Person> everybody =
            Optional.of(Person.registered("citizen", ValidityDate.of(LocalDate.of(2031, 3, 15)))
                    .withPhone(PhoneNumber.of("+34600000018")));

    @Override
    public Optional<Person> find(IdentityNumber number) {
        return everybody;
    }

    /** The numbers of so many people, down from the very end of what a document can bear. */
    static String[] numbers(int count) {
        String[] numbers = new String[count];
        for (int i = 0; i < count; i++) {
            int number = 99_999_999 - i;
            numbers[i] = "" + number + LETTERS.charAt(number % LETTERS.length());
        }
        return numbers;
    }
}

package dev.clave.benchmarks.soak;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/** People by the hundred thousand, who take no memory: numbers down from the last that a document can bear, one date and one phone for all. */
final class People implements PersonRegistry {
    static final String CONTRAST = "15-03-2031";
    static final String WRONG_CONTRAST = "16-03-2031";

    private static final String LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final int LAST = 99_999_999;

    private final Optional<Person> everybody =
            Optional.of(Person.registered("citizen", ValidityDate.of(LocalDate.of(2031, 3, 15)))
                    .withPhone(PhoneNumber.of("+34600000018")));

    @Override
    public Optional<Person> find(IdentityNumber number) {
        return everybody;
    }

    static String number(int person) {
        int number = LAST - person;
        return "" + number + LETTERS.charAt(number % LETTERS.length());
    }
}

package dev.clave.example.office.phone;

import dev.clave.spi.PhoneNumber;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose phone it is.
 *
 * @param key the name in a URL: numbers have no place there
 * @param name the name on the page
 * @param phone the number of the phone
 */
record Owner(String key, String name, PhoneNumber phone) {

    static final List<Owner> ALL = FakePeople.everybody().stream()
            .flatMap(person -> person.person().phone().map(phone -> of(person, phone)).stream())
            .toList();

    private static Owner of(FakePerson person, PhoneNumber phone) {
        return new Owner(person.name().toLowerCase(Locale.ROOT), person.name(), phone);
    }

    static Optional<Owner> called(String key) {
        return ALL.stream().filter(owner -> owner.key.equals(key)).findFirst();
    }

    /** The names of all who have this phone. */
    public List<String> sharers() {
        return ALL.stream()
                .filter(owner -> owner.phone.equals(phone))
                .map(Owner::name)
                .toList();
    }
}

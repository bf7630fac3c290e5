package dev.clave.testkit;

import static dev.clave.testkit.Contracts.check;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a {@link PersonRegistry} must do, as tests: extend it, register the people that it names, run it.
 *
 * <p>That a known and an unknown number take the same time cannot be told by a test of this kind: measure it.
 */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class PersonRegistryContract {

    /** For the class that extends this one. */
    protected PersonRegistryContract() {}

    /**
     * A registry in which these people are registered, and nobody else of {@link FakePeople}. Called once by each rule.
     *
     * @param people who is registered, with what {@link FakePerson#person} says of them
     * @return the registry
     */
    protected abstract PersonRegistry registryOf(List<FakePerson> people);

    /**
     * Changes what the registry, the last one that was asked for, says of a person.
     *
     * @param person who, and what it says from now on
     * @return false unless overridden: the rule that needs it is skipped
     */
    protected boolean update(FakePerson person) {
        return false;
    }

    /**
     * A registry that cannot be reached: a wrong port will do.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<PersonRegistry> unreachableRegistry() {
        return Optional.empty();
    }

    /**
     * How often a race is run.
     *
     * @return 100 unless overridden
     */
    protected int rounds() {
        return 100;
    }

    @Test
    @DisplayName("Rule 01: a registered person is found, with the host's own id")
    final void rule01() {
        PersonRegistry registry = everybody();
        for (FakePerson person : FakePeople.everybody()) {
            if (person.person().status() == Person.Status.ACTIVE) {
                Person found = found(registry, person, "Rule 01");
                check(found.subject().equals(person.subject()), "Rule 01: a person must come with the host's own id");
            }
        }
    }

    @Test
    @DisplayName("Rule 02: nobody is found by a number that is not registered")
    final void rule02() {
        PersonRegistry registry = everybody();
        List<FakePerson> strangers = new ArrayList<>(FakePeople.crowd(30));
        strangers.add(FakePeople.ULISES);
        for (FakePerson stranger : strangers) {
            Optional<Person> found = registry.find(stranger.number());
            check(
                    found != null && found.isEmpty(),
                    "Rule 02: a number that is not registered must give an empty Optional, neither null nor a throw");
        }
    }

    @Test
    @DisplayName("Rule 03: the contrast datum is the one on file, of the right type")
    final void rule03() {
        PersonRegistry registry = everybody();
        for (FakePerson person : List.of(FakePeople.ANA, FakePeople.BREIXO, FakePeople.CAROL, FakePeople.DIETER)) {
            check(
                    found(registry, person, "Rule 03")
                            .contrast()
                            .equals(person.person().contrast()),
                    "Rule 03: the datum must be the one on file: a validity date, an issue date or a support number"
                            + " with its zeros");
        }
    }

    @Test
    @DisplayName("Rule 04: the phone is the one on file, and none is none")
    final void rule04() {
        PersonRegistry registry = everybody();
        for (FakePerson person : List.of(FakePeople.ANA, FakePeople.GEMMA, FakePeople.HUGO, FakePeople.NOEL)) {
            check(
                    found(registry, person, "Rule 04")
                            .phone()
                            .equals(person.person().phone()),
                    "Rule 04: the phone must be the one on file; a person without one must come without one");
        }
    }

    @Test
    @DisplayName("Rule 05: the language is the one on file")
    final void rule05() {
        List<FakePerson> people = new ArrayList<>();
        List<FakePerson> crowd = FakePeople.crowd(Language.values().length);
        for (Language language : Language.values()) {
            people.add(crowd.get(people.size()).with(person -> person.withLanguage(language)));
        }
        PersonRegistry registry = registryOf(people);
        for (FakePerson person : people) {
            check(
                    found(registry, person, "Rule 05").language()
                            == person.person().language(),
                    "Rule 05: the language must be the one on file, each of them");
        }
    }

    @Test
    @DisplayName("Rule 06: the level is the one on file")
    final void rule06() {
        PersonRegistry registry = everybody();
        for (FakePerson person : List.of(FakePeople.ANA, FakePeople.DIETER, FakePeople.EDURNE)) {
            Level level = found(registry, person, "Rule 06").level();
            check(level == person.person().level(), "Rule 06: the level must be the one on file, never a higher one");
        }
    }

    @Test
    @DisplayName("Rule 07: a registration that was revoked is not in force")
    final void rule07() {
        Optional<Person> found = everybody().find(FakePeople.RITA.number());
        check(
                found.map(Person::status).orElse(Person.Status.REVOKED) == Person.Status.REVOKED,
                "Rule 07: a person whose registration was revoked must come as REVOKED, or not at all");
    }

    @Test
    @DisplayName("Rule 08: a change counts at once")
    final void rule08() {
        PersonRegistry registry = everybody();
        found(registry, FakePeople.ANA, "Rule 08");
        PhoneNumber phone = PhoneNumber.of("+34600009999");
        if (!update(FakePeople.ANA.with(person -> person.withPhone(phone)))) {
            Assumptions.abort("Rule 08 was not checked: it needs update to be overridden");
        }
        check(
                found(registry, FakePeople.ANA, "Rule 08").phone().equals(Optional.of(phone)),
                "Rule 08: a change must count at the next call: cache nobody, or a revoked person logs in");
    }

    @Test
    @DisplayName("Rule 09: many at once each find their own")
    final void rule09() {
        List<FakePerson> people = FakePeople.crowd(8);
        PersonRegistry registry = registryOf(people);
        try (Race race = new Race("Rule 09", people.size())) {
            for (int round = 0; round < rounds(); round++) {
                List<Person> answers = race.round(thread -> found(registry, people.get(thread), "Rule 09"));
                for (int i = 0; i < people.size(); i++) {
                    check(
                            answers.get(i).equals(people.get(i).person()),
                            "Rule 09: whoever asks at the same time as others must get the person that was asked for");
                }
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is the rule
    @DisplayName("Rule 10: null is refused with a throw")
    final void rule10() {
        PersonRegistry registry = everybody();
        IdentityNumber nobody = null;
        check(
                Contracts.thrown(() -> registry.find(nobody)).isPresent(),
                "Rule 10: a null number must be refused with a throw");
    }

    @Test
    @DisplayName("Rule 11: a registry that cannot tell throws")
    final void rule11() {
        PersonRegistry registry = Contracts.given(unreachableRegistry(), "Rule 11", "unreachableRegistry");
        check(
                Contracts.thrown(() -> registry.find(FakePeople.ANA.number())).isPresent(),
                "Rule 11: a registry that cannot be reached must throw; empty would mean that nobody is registered");
    }

    private PersonRegistry everybody() {
        return registryOf(FakePeople.everybody());
    }

    private static Person found(PersonRegistry registry, FakePerson person, String rule) {
        return registry.find(person.number())
                .orElseThrow(() -> new AssertionError(rule + ": a registered person must be found"));
    }
}

package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.IssueDate;
import dev.clave.identity.ValidityDate;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for registries is tried on registries that are broken on purpose. */
class PersonRegistryContractTest {
    private static UnaryOperator<PersonRegistry> sabotage = registry -> registry;
    private static UnaryOperator<PersonRegistry> outage = registry -> registry;

    static class Subject extends PersonRegistryContract {
        private FakeRegistry registry = FakeRegistry.of();

        @Override
        protected PersonRegistry registryOf(List<FakePerson> people) {
            registry = FakeRegistry.of(people.toArray(new FakePerson[0]));
            return sabotage.apply(registry);
        }

        @Override
        protected boolean update(FakePerson person) {
            registry.put(person);
            return true;
        }

        @Override
        protected Optional<PersonRegistry> unreachableRegistry() {
            FakeRegistry broken = FakeRegistry.withEverybody();
            broken.failAlways();
            return Optional.of(outage.apply(broken));
        }
    }

    private static Map<String, UnaryOperator<PersonRegistry>> saboteurs() {
        Map<String, UnaryOperator<PersonRegistry>> all = new LinkedHashMap<>();
        all.put("Rule 01", changing(PersonRegistryContractTest::losesTheSubjectOfSome));
        all.put("Rule 02", good -> number -> good.find(number).or(() -> inventsSomebody(number)));
        all.put("Rule 03", changing(PersonRegistryContractTest::takesEveryDateForAValidityDate));
        all.put(
                "Rule 04",
                changing(person -> person.phone().isPresent() ? person : person.withPhone(FakePeople.ANA.phone())));
        all.put(
                "Rule 05",
                changing(person ->
                        person.language() == Language.CA_VALENCIA ? person.withLanguage(Language.CA) : person));
        all.put(
                "Rule 06",
                changing(person ->
                        person.level() == Level.BASIC && person.subject().equals("citizen-ana")
                                ? person.withLevel(Level.ADVANCED)
                                : person));
        all.put("Rule 07", changing(person -> person.withStatus(Person.Status.ACTIVE)));
        all.put("Rule 08", good -> {
            Map<IdentityNumber, Optional<Person>> cache = new ConcurrentHashMap<>();
            return number -> cache.computeIfAbsent(number, good::find);
        });
        all.put("Rule 09", SharedQuery::new);
        all.put("Rule 10", good -> number -> number == null ? Optional.empty() : good.find(number));
        all.put("Rule 11", good -> good);
        return all;
    }

    private static UnaryOperator<PersonRegistry> changing(UnaryOperator<Person> change) {
        return good -> number -> good.find(number).map(change);
    }

    private static Person losesTheSubjectOfSome(Person person) {
        return person.subject().equals("citizen-hugo")
                ? new Person(
                        "citizen",
                        person.contrast(),
                        person.phone(),
                        person.language(),
                        person.level(),
                        person.status())
                : person;
    }

    private static Optional<Person> inventsSomebody(IdentityNumber number) {
        return number instanceof Dni
                ? Optional.of(Person.registered("new", FakePeople.ANA.person().contrast()))
                : Optional.empty();
    }

    private static Person takesEveryDateForAValidityDate(Person person) {
        return person.contrast() instanceof IssueDate issue
                ? person.withContrast(ValidityDate.of(issue.date()))
                : person;
    }

    /** One prepared statement for all threads. */
    private static final class SharedQuery implements PersonRegistry {
        private final PersonRegistry good;
        private final Meeting meeting = new Meeting();
        private volatile IdentityNumber asked = FakePeople.ANA.number();

        SharedQuery(PersonRegistry good) {
            this.good = good;
        }

        @Override
        public Optional<Person> find(IdentityNumber number) {
            Objects.requireNonNull(number);
            asked = number;
            meeting.meet("query");
            return good.find(asked);
        }
    }

    private static ContractRun run(UnaryOperator<PersonRegistry> how) {
        sabotage = how;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_registry_passes_every_rule_and_every_rule_has_a_saboteur() {
        ContractRun run = run(registry -> registry);
        assertThat(run.failed()).isEmpty();
        assertThat(run.passed()).containsExactlyElementsOf(saboteurs().keySet());
    }

    @TestFactory
    Stream<DynamicTest> a_saboteur_fails_its_rule_alone() {
        List<String> all = List.copyOf(saboteurs().keySet());
        return saboteurs().entrySet().stream()
                .map(saboteur -> dynamicTest(saboteur.getKey(), () -> {
                    Function<PersonRegistry, PersonRegistry> forgiving = broken -> number -> Optional.empty();
                    outage = saboteur.getKey().equals("Rule 11") ? forgiving::apply : registry -> registry;
                    run(saboteur.getValue()).assertOnlyFailed(saboteur.getKey(), all);
                    outage = registry -> registry;
                }));
    }
}

package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** A registry in memory, whose people a test may change or remove at any moment. It counts how often it is asked. */
public final class FakeRegistry implements PersonRegistry {
    private final Map<IdentityNumber, Person> people = new ConcurrentHashMap<>();
    private final Breakage breakage = new Breakage("the registry");

    private FakeRegistry() {}

    /**
     * A registry of these people alone.
     *
     * @param people who is registered
     * @return the registry
     */
    public static FakeRegistry of(FakePerson... people) {
        FakeRegistry registry = new FakeRegistry();
        for (FakePerson person : people) {
            registry.put(person);
        }
        return registry;
    }

    /**
     * A registry of {@link FakePeople#everybody}.
     *
     * @return the registry
     */
    public static FakeRegistry withEverybody() {
        return of(FakePeople.everybody().toArray(new FakePerson[0]));
    }

    @Override
    public Optional<Person> find(IdentityNumber number) {
        Objects.requireNonNull(number, "number");
        breakage.call();
        return Optional.ofNullable(people.get(number));
    }

    /**
     * Registers a person, in place of one with the same number.
     *
     * @param person who
     * @return this registry
     */
    public FakeRegistry put(FakePerson person) {
        people.put(person.number(), person.person());
        return this;
    }

    /**
     * Strikes a person off.
     *
     * @param person who
     * @return this registry
     */
    public FakeRegistry remove(FakePerson person) {
        people.remove(person.number());
        return this;
    }

    /**
     * Changes what is known of a person: another phone, another document, a revocation.
     *
     * @param person who
     * @param change makes the new record
     * @return this registry
     * @throws NoSuchElementException if the person is not registered
     */
    public FakeRegistry change(FakePerson person, UnaryOperator<Person> change) {
        return change(person.number(), change);
    }

    /**
     * Changes what is known of a person: another phone, another document, a revocation.
     *
     * @param number whose
     * @param change makes the new record
     * @return this registry
     * @throws NoSuchElementException if nobody is registered by that number
     */
    public FakeRegistry change(IdentityNumber number, UnaryOperator<Person> change) {
        if (people.computeIfPresent(number, (same, person) -> change.apply(person)) == null) {
            throw new NoSuchElementException("nobody is registered as " + number.masked());
        }
        return this;
    }

    /**
     * How often it has been asked, the calls that failed included.
     *
     * @return the number of calls
     */
    public int calls() {
        return breakage.calls();
    }

    /** Makes every call fail, until {@link #recover}. */
    public void failAlways() {
        breakage.failAlways();
    }

    /**
     * Makes one call fail.
     *
     * @param n which, from now on: 1 is the next
     */
    public void failOnCall(int n) {
        breakage.failOnCall(n);
    }

    /** Makes it work again. */
    public void recover() {
        breakage.recover();
    }

    @Override
    public String toString() {
        return "FakeRegistry[" + people.size() + " people]";
    }
}

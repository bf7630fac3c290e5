package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import dev.clave.ExpiredDocuments;
import dev.clave.Granted;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginRequest;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Work;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal takes the same work whatever its cause, so that neither time nor load tells who is registered. */
@Tag("exact")
class EqualWorkTest {
    private static final List<FakePerson> REFUSED =
            List.of(FakePeople.ULISES, FakePeople.RITA, FakePeople.NOEL, FakePeople.ANA);

    private static LoginRequest request(FakePerson person) {
        return LoginRequest.of(person.typedNumber(), person.typedWrongContrast());
    }

    @Test
    @DisplayName(
            "C07 unknown, revoked, without a phone, wrong datum: the same calls of every socket, first and later times")
    void sameCalls() {
        Desk desk = new Desk();
        for (int time = 0; time < 2; time++) {
            for (FakePerson person : REFUSED) {
                Work wrong = desk.workOf(
                        () -> assertThat(desk.identifyWrongly(person)).isEqualTo(new Refused()));
                assertThat(wrong).as(person.name()).isEqualTo(new Work(1, 1, 1, 1, 0));
            }
        }
        for (FakePerson person : REFUSED.subList(0, 3)) {
            Work right = desk.workOf(() -> assertThat(desk.identify(person)).isEqualTo(new Refused()));
            assertThat(right).as(person.name()).isEqualTo(new Work(1, 1, 1, 1, 0));
        }
        assertThat(desk.encoded().entries().values())
                .extracting(entry -> entry.content().length)
                .as("the entries are of one size")
                .containsOnly(
                        desk.encoded().entries().values().iterator().next().content().length);
        assertThat(desk.encoded().entries().values())
                .extracting(entry -> entry.keepUntil())
                .filteredOn(until -> until.isAfter(
                        desk.clock.instant().plus(Duration.ofDays(1).plusMinutes(10))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "C07 C08 unknown, revoked, without a phone, wrong date of either kind, expired: the same memory is taken")
    void sameMemory(ExpiredDocuments rule) {
        Clerk clerk = clerk(new Budget(1000, Duration.ofSeconds(1)), rule);
        Stream<FakePerson> people = Stream.concat(REFUSED.stream(), Stream.of(FakePeople.BREIXO, FakePeople.ISABEL));
        equal(people.map(person -> refused(clerk, person)).toList());
    }

    @Test
    @DisplayName(
            "C07 with a login that waits for its PIN, one that is over, wrong PINs left behind, or nothing: the same memory is taken")
    void sameMemoryWithALogin() {
        Clerk clerk = clerk(new Budget(1000, Duration.ofSeconds(1)), ExpiredDocuments.ALLOW);
        clerk.ready(FakePeople.ANA);
        assertThat(clerk.clave.verify(clerk.ready(FakePeople.BREIXO), Pins.otherThan(clerk.pin())))
                .isInstanceOf(WrongPin.class);
        assertThat(clerk.clave.verify(clerk.ready(FakePeople.CAROL), clerk.pin()))
                .isInstanceOf(Granted.class);
        equal(Stream.of(FakePeople.ULISES, FakePeople.ANA, FakePeople.BREIXO)
                .map(person -> refused(clerk, person))
                .toList());
        equal(Stream.of(FakePeople.DIETER, FakePeople.CAROL)
                .map(person -> refused(clerk, person))
                .toList());
    }

    @Test
    @DisplayName("C07 a foreigner, unknown or with a wrong support number: the same memory is taken")
    void sameMemoryForForeigners() {
        Clerk clerk = clerk(new Budget(1000, Duration.ofSeconds(1)), ExpiredDocuments.ALLOW);
        FakePerson unknown = FakePerson.of("Unknown", "Z9999911E", FakePeople.CAROL.person());
        equal(Stream.of(unknown, FakePeople.CAROL, FakePeople.DIETER)
                .map(person -> refused(clerk, person))
                .toList());
    }

    @Test
    @DisplayName("F18 over the budget: the same memory is taken, known or unknown, right datum or wrong")
    void sameMemoryOverTheBudget() {
        Clerk clerk = clerk(new Budget(1, Duration.ofDays(1)), ExpiredDocuments.ALLOW);
        REFUSED.forEach(person -> clerk.clave.identify(request(person)));
        TryLater wait = new TryLater(clerk.clock.instant().plus(Duration.ofDays(1)));
        equal(Stream.of(request(FakePeople.ANA), Desk.request(FakePeople.ANA), request(FakePeople.ULISES))
                .<Supplier<Runnable>>map(request -> () -> () -> clerk.told(request, wait))
                .toList());
    }

    @Test
    @DisplayName(
            "F18 over the budget: the same memory is taken, with a login that waits, one that nobody has dropped, or none")
    void sameMemoryOverTheBudgetWithALogin() {
        Clerk clerk = clerk(new Budget(1, Duration.ofDays(1)), ExpiredDocuments.ALLOW);
        clerk.ready(FakePeople.ANA);
        TryLater wait = new TryLater(clerk.clock.instant().plus(Duration.ofDays(1)));
        List<FakePerson> people = List.of(FakePeople.ANA, FakePeople.ULISES);
        people.forEach(person -> clerk.clave.identify(request(person)));
        List<Supplier<Runnable>> calls = people.stream()
                .<Supplier<Runnable>>map(person -> () -> () -> clerk.told(request(person), wait))
                .toList();
        equal(calls);
        clerk.clock.advance(Duration.ofHours(20));
        equal(calls);
    }

    @Test
    @DisplayName(
            "C07 F18 from bytes, as every store outside the process keeps them: the same memory but for the length of a few numbers")
    void sameMemoryFromBytes() {
        Clerk clerk = new Clerk(
                Clerk.knowing(FakePeople.everybody()),
                event -> {},
                policy -> policy.wrongData(new Budget(40, Duration.ofSeconds(1))),
                Clerk::asBytes);
        clerk.ready(FakePeople.ANA);
        clerk.opened(FakePeople.BREIXO);
        List<FakePerson> people = List.of(FakePeople.ANA, FakePeople.BREIXO, FakePeople.ULISES);
        assertThat(bytes(people.stream().map(person -> refused(clerk, person))))
                .as("refused")
                .satisfies(EqualWorkTest::nearlyEqual);
        people.forEach(person -> spend(clerk, person));
        assertThat(bytes(people.stream().map(person -> () -> () -> clerk.clave.identify(request(person)))))
                .as("over the budget")
                .satisfies(EqualWorkTest::nearlyEqual);
    }

    private static void spend(Clerk clerk, FakePerson person) {
        IdentifyOutcome told;
        do {
            told = clerk.clave.identify(request(person));
        } while (!(told instanceof TryLater));
    }

    private static List<Long> bytes(Stream<Supplier<Runnable>> calls) {
        return calls.map(
                        call -> LongStream.of(AllocatedBytes.ofEach(call)).max().orElseThrow())
                .toList();
    }

    private static void nearlyEqual(List<? extends Long> bytes) {
        assertThat(Collections.max(bytes) - Collections.min(bytes))
                .as("kind by kind %s", bytes)
                .isLessThan(150);
    }

    private static Supplier<Runnable> refused(Clerk clerk, FakePerson person) {
        LoginRequest request = request(person);
        return () -> {
            clerk.clock.advance(Duration.ofSeconds(1));
            return () -> clerk.told(request, new Refused());
        };
    }

    /** To the byte, each call of each kind. */
    private static void equal(List<Supplier<Runnable>> calls) {
        List<Set<Long>> bytes = calls.stream()
                .map(call -> LongStream.of(AllocatedBytes.ofEach(call)).boxed().collect(Collectors.toSet()))
                .toList();
        assertThat(Set.copyOf(bytes)).as("kind by kind %s", bytes).hasSize(1);
        assertThat(bytes.get(0)).hasSize(1);
    }

    private static Clerk clerk(Budget wrongData, ExpiredDocuments rule) {
        return new Clerk(
                Clerk.knowing(FakePeople.everybody()),
                event -> {},
                policy -> policy.wrongData(wrongData).expiredDocuments(rule));
    }
}

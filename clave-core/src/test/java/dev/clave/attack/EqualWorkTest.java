package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import dev.clave.Clave;
import dev.clave.ExpiredDocuments;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.PinPolicy;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Work;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A refusal takes the same work whatever its cause, so that neither time nor load tells who is registered. */
class EqualWorkTest {
    /** A few small objects: the registry's own answer for a known person, and what the compiler saves here and not there. */
    private static final long TOLERANCE = 64;

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
        Clerk clerk = new Clerk(new Budget(1000, Duration.ofSeconds(1)), rule);
        equal(Stream.concat(REFUSED.stream(), Stream.of(FakePeople.BREIXO, FakePeople.ISABEL))
                .<Runnable>map(person -> () -> clerk.asked(person, new Refused()))
                .toList());
    }

    @Test
    @DisplayName("C07 a foreigner, unknown or with a wrong support number: the same memory is taken")
    void sameMemoryForForeigners() {
        Clerk clerk = new Clerk(new Budget(1000, Duration.ofSeconds(1)), ExpiredDocuments.ALLOW);
        FakePerson unknown = FakePerson.of("Unknown", "Z9999911E", FakePeople.CAROL.person());
        equal(Stream.of(unknown, FakePeople.CAROL, FakePeople.DIETER)
                .<Runnable>map(person -> () -> clerk.asked(person, new Refused()))
                .toList());
    }

    private static void equal(List<Runnable> works) {
        long[] bytes = AllocatedBytes.perCallOf(works);
        assertThat(LongStream.of(bytes).max().orElseThrow()
                        - LongStream.of(bytes).min().orElseThrow())
                .as("most less least of %s bytes", Arrays.toString(bytes))
                .isLessThanOrEqualTo(TOLERANCE);
    }

    @Test
    @DisplayName("F18 over the budget: the same memory is taken, known or unknown, right datum or wrong")
    void sameMemoryOverTheBudget() {
        Clerk clerk = new Clerk(new Budget(1, Duration.ofDays(1)), ExpiredDocuments.ALLOW);
        REFUSED.forEach(person -> clerk.clave.identify(request(person)));
        TryLater wait = new TryLater(clerk.clock.instant().plus(Duration.ofDays(1)));
        equal(List.of(
                () -> clerk.told(request(FakePeople.ANA), wait),
                () -> clerk.told(Desk.request(FakePeople.ANA), wait),
                () -> clerk.told(request(FakePeople.ULISES), wait)));
    }

    /** A clave that keeps nothing but its entries, so that the memory it takes is its own. */
    private static final class Clerk {
        private final FakeClock clock = new FakeClock();
        private final Clave clave;

        Clerk(Budget wrongData, ExpiredDocuments rule) {
            clave = Clave.builder()
                    .registry(FakeRegistry.withEverybody())
                    .channel(Route.SMS, new FakeSmsGateway())
                    .audit(event -> {})
                    .keys(FakeKeyRing.random())
                    .store(MemoryPinStore.withCapacity(100, clock))
                    .clock(clock)
                    .generator(Desk.GENERATOR)
                    .policy(PinPolicy.builder()
                            .wrongData(wrongData)
                            .expiredDocuments(rule)
                            .build())
                    .build();
        }

        void asked(FakePerson person, IdentifyOutcome expected) {
            clock.advance(Duration.ofSeconds(1));
            told(request(person), expected);
        }

        void told(LoginRequest request, IdentifyOutcome expected) {
            if (!clave.identify(request).equals(expected)) {
                throw new AssertionError("another outcome than " + expected);
            }
        }
    }
}

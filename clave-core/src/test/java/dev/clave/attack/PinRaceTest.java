package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Reason;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.WrongPinGiven;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Many threads give PINs for one login at once, on one node and on two that share a store. */
class PinRaceTest {
    /** Long enough for whatever three wrong PINs and a send have taken out of the budgets to come back. */
    private static final Duration REST = Duration.ofHours(8);

    static Stream<Arguments> races() {
        return Stream.of(Shelf.values())
                .flatMap(shelf -> Stream.of(
                        Arguments.of(shelf, 16, 1),
                        Arguments.of(shelf, 16, 2),
                        Arguments.of(shelf, 64, 1),
                        Arguments.of(shelf, 64, 2)));
    }

    private static List<Clave> nodes(Desk desk, int count) {
        return count == 1
                ? List.of(desk.clave)
                : List.of(desk.clave, desk.builder().build());
    }

    private static long count(List<AccessOutcome> outcomes, Class<? extends AccessOutcome> type) {
        return outcomes.stream().filter(type::isInstance).count();
    }

    @ParameterizedTest(name = "{0} store, {1} threads, {2} nodes")
    @MethodSource("races")
    @DisplayName(
            "S01 S14 F19 the right PIN given by all threads at once is granted exactly once, each round, on one node and on two")
    void rightPin(Shelf shelf, int threads, int nodeCount) {
        Desk desk = Desk.on(shelf);
        List<Clave> nodes = nodes(desk, nodeCount);
        int rounds = Racers.rounds(125);
        try (Racers racers = new Racers(threads)) {
            for (int round = 0; round < rounds; round++) {
                Ready login = desk.later(REST).ready(FakePeople.ANA);

                List<AccessOutcome> outcomes =
                        racers.race(i -> nodes.get(i % nodeCount).verify(login.handle(), login.pin()));

                assertThat(count(outcomes, Granted.class)).isEqualTo(1);
                assertThat(outcomes)
                        .filteredOn(outcome -> !(outcome instanceof Granted))
                        .containsOnly(new Denied(Reason.ALREADY_USED));
            }
        }
        assertThat(desk.events(AccessGranted.class)).hasSize(rounds);
    }

    @ParameterizedTest(name = "{0} store, {1} threads, {2} nodes")
    @MethodSource("races")
    @DisplayName("S02 S14 of as many different wrong PINs as threads, three are answered, and the login is over")
    void wrongPins(Shelf shelf, int threads, int nodeCount) {
        Desk desk = Desk.on(shelf);
        List<Clave> nodes = nodes(desk, nodeCount);
        int rounds = Racers.rounds(125);
        try (Racers racers = new Racers(threads)) {
            for (int round = 0; round < rounds; round++) {
                desk.later(REST).clave.unblock(FakePeople.ANA.number(), "test");
                Ready login = desk.ready(FakePeople.ANA);
                List<String> wrong = Pins.otherThan(login.pin(), threads);

                List<AccessOutcome> outcomes =
                        racers.race(i -> nodes.get(i % nodeCount).verify(login.handle(), wrong.get(i)));

                assertThat(outcomes)
                        .filteredOn(WrongPin.class::isInstance)
                        .containsExactlyInAnyOrder(new WrongPin(2), new WrongPin(1), new WrongPin(0));
                assertThat(outcomes)
                        .filteredOn(outcome -> !(outcome instanceof WrongPin))
                        .containsOnly(new Denied(Reason.TOO_MANY_WRONG_PINS));
                assertThat(desk.clave.verify(login.handle(), login.pin()))
                        .isEqualTo(new Denied(Reason.TOO_MANY_WRONG_PINS));
            }
        }
        assertThat(desk.events(WrongPinGiven.class)).hasSize(3 * rounds);
    }

    @ParameterizedTest(name = "{0} store, {1} threads, {2} nodes")
    @MethodSource("races")
    @DisplayName(
            "S02 S14 the right PIN among wrong ones is granted or the login is over, and no more than three wrong ones are answered")
    void rightPinAmongWrongOnes(Shelf shelf, int threads, int nodeCount) {
        Desk desk = Desk.on(shelf);
        List<Clave> nodes = nodes(desk, nodeCount);
        int rounds = Racers.rounds(60);
        try (Racers racers = new Racers(threads)) {
            for (int round = 0; round < rounds; round++) {
                desk.later(REST).clave.unblock(FakePeople.ANA.number(), "test");
                Ready login = desk.ready(FakePeople.ANA);
                List<String> wrong = Pins.otherThan(login.pin(), threads);

                List<AccessOutcome> outcomes = racers.race(i ->
                        nodes.get(i % nodeCount).verify(login.handle(), i == threads / 2 ? login.pin() : wrong.get(i)));

                long granted = count(outcomes, Granted.class);
                long missed = count(outcomes, WrongPin.class);
                assertThat(granted).isEqualTo(missed == 3 ? 0 : 1);
                assertThat(missed).isLessThanOrEqualTo(3);
                assertThat(granted + missed + count(outcomes, Denied.class)).isEqualTo(threads);
            }
        }
    }

    @ParameterizedTest(name = "{0} store, {1} threads, {2} nodes")
    @MethodSource("races")
    @DisplayName("S10 S14 one wrong PIN below the person's budget, of many at once one is answered and none is lost")
    void lastOfTheBudget(Shelf shelf, int threads, int nodeCount) {
        int rounds = Racers.rounds(15);
        try (Racers racers = new Racers(threads)) {
            for (int round = 0; round < rounds; round++) {
                Desk desk = Desk.on(shelf);
                List<Clave> nodes = nodes(desk, nodeCount);
                for (int login = 0; login < 3; login++) {
                    desk.missTimes(3, desk.ready(FakePeople.ANA));
                    desk.later(Duration.ofMinutes(1));
                }
                Ready last = desk.ready(FakePeople.ANA);
                List<String> wrong = Pins.otherThan(last.pin(), threads);

                List<AccessOutcome> outcomes =
                        racers.race(i -> nodes.get(i % nodeCount).verify(last.handle(), wrong.get(i)));

                assertThat(outcomes).filteredOn(WrongPin.class::isInstance).containsExactly(new WrongPin(0));
                assertThat(count(outcomes, TryLater.class)).isEqualTo(threads - 1);
                assertThat(desk.clave.verify(last.handle(), last.pin())).isInstanceOf(TryLater.class);
                assertThat(desk.events(WrongPinGiven.class)).hasSize(10);
            }
        }
    }
}

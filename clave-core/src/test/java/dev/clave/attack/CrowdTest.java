package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.Origin;
import dev.clave.PinOutcome;
import dev.clave.PinSent;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent.IdentificationRefused;
import dev.clave.spi.AuditEvent.LoginOpened;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many calls at once that spend a budget: what is let through is what the budget has, to the last one. */
class CrowdTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = Racers.rounds(15);

    @ParameterizedTest
    @EnumSource
    @DisplayName("D05 20 clicks on request again in one second send one message")
    void clicks(Shelf shelf) {
        try (Racers racers = new Racers(20)) {
            for (int round = 0; round < ROUNDS; round++) {
                Desk desk = Desk.on(shelf);
                Ready login = desk.ready(FakePeople.ANA);
                desk.later(Duration.ofSeconds(60));
                Instant again = desk.clock.instant().plus(Duration.ofSeconds(60));

                List<PinOutcome> outcomes = racers.race(i -> desk.clave.requestAgain(login.handle()));

                assertThat(outcomes).filteredOn(PinSent.class::isInstance).hasSize(1);
                assertThat(outcomes).filteredOn(o -> !(o instanceof PinSent)).containsOnly(new TryLater(again));
                assertThat(desk.sms.calls()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("D05 64 clicks on obtain send one PIN, and all of them are told of the same")
    void obtains(Shelf shelf) {
        try (Racers racers = new Racers(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Desk desk = Desk.on(shelf);
                LoginHandle login = desk.open(FakePeople.ANA);

                List<PinOutcome> outcomes = racers.race(i -> desk.clave.obtainPin(login));

                assertThat(Set.copyOf(outcomes)).hasSize(1);
                assertThat(outcomes.get(0)).isInstanceOf(PinSent.class);
                assertThat(desk.sms.calls()).isEqualTo(1);
                assertThat(desk.events(PinMade.class)).hasSize(1);
                assertThat(desk.clave.verify(login, desk.pinOf(FakePeople.ANA))).isInstanceOf(Granted.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("C06 of 64 wrong data at once 50 are answered on their merits, the others told to wait")
    void wrongData(Shelf shelf) {
        try (Racers racers = new Racers(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Desk desk = Desk.on(shelf);
                Instant wait = desk.clock.instant().plus(Duration.ofSeconds(1728));
                Clave other = desk.builder().build();

                List<IdentifyOutcome> outcomes = racers.race(i -> (i % 2 == 0 ? desk.clave : other)
                        .identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedWrongContrast()));

                assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(50);
                assertThat(outcomes).filteredOn(o -> !(o instanceof Refused)).containsOnly(new TryLater(wait));
                assertThat(desk.events(IdentificationRefused.class)).hasSize(50);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S06 of 64 right data at once five open a login, and one of these is current")
    void logins(Shelf shelf) {
        try (Racers racers = new Racers(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                Desk desk = Desk.on(shelf);

                List<IdentifyOutcome> outcomes = racers.race(i -> desk.identify(FakePeople.ANA));

                List<LoginHandle> opened = outcomes.stream()
                        .filter(Identified.class::isInstance)
                        .map(outcome -> ((Identified) outcome).handle())
                        .toList();
                assertThat(opened).hasSize(5).doesNotHaveDuplicates();
                assertThat(outcomes).filteredOn(TryLater.class::isInstance).hasSize(THREADS - 5);
                assertThat(desk.events(LoginOpened.class)).hasSize(5);
                assertThat(opened.stream().map(desk.clave::obtainPin).filter(PinSent.class::isInstance))
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S14 an origin has 300 identifications however many threads, persons and nodes share it")
    void origin(Shelf shelf) throws UnknownHostException {
        Origin origin = Origin.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7}));
        List<FakePerson> people = FakePeople.crowd(THREADS);
        Desk desk = Desk.on(shelf);
        Clave other = desk.builder().build();
        try (Racers racers = new Racers(THREADS)) {
            List<List<IdentifyOutcome>> outcomes = racers.race(i -> {
                Clave node = i % 2 == 0 ? desk.clave : other;
                return IntStream.range(0, 6)
                        .mapToObj(n -> node.identify(Desk.request(people.get(i)).from(origin)))
                        .toList();
            });
            List<IdentifyOutcome> all = outcomes.stream().flatMap(List::stream).toList();
            assertThat(all).filteredOn(Refused.class::isInstance).hasSize(300);
            assertThat(all).filteredOn(TryLater.class::isInstance).hasSize(THREADS * 6 - 300);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S01 different persons at once do not meet: each gets one grant, for themselves")
    void differentPersons(Shelf shelf) {
        List<FakePerson> people = FakePeople.crowd(THREADS);
        Desk desk = Desk.on(shelf);
        people.forEach(desk.registry::put);
        try (Racers racers = new Racers(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                desk.later(Duration.ofHours(3));
                List<AccessOutcome> outcomes = racers.race(i -> {
                    Ready login = desk.ready(people.get(i));
                    desk.missTimes(1, login);
                    return desk.clave.verify(login.handle(), login.pin());
                });
                for (int i = 0; i < THREADS; i++) {
                    assertThat(((Granted) outcomes.get(i)).person())
                            .isEqualTo(people.get(i).number());
                }
            }
        }
    }
}

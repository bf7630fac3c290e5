package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One thread ends the life of a PIN while two others give it. */
class OldPinRaceTest {
    private static final int ROUNDS = Racers.rounds(250);
    private static final Duration REST = Duration.ofHours(8);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    /** An answer, and whether it was asked for when the life of the PIN was known to have ended. */
    private record Told(Object outcome, boolean late) {}

    /** What was told: by the one who ends the PIN first, then by those who give it. */
    private static List<Told> race(Racers racers, Desk desk, Ready login, Supplier<?> end) {
        AtomicBoolean ended = new AtomicBoolean();
        return racers.race(i -> {
            boolean late = ended.get();
            if (i > 0) {
                return new Told(desk.clave.verify(login.handle(), login.pin()), late);
            }
            Told told = new Told(end.get(), false);
            ended.set(true);
            return told;
        });
    }

    private static boolean isGranted(List<Told> told) {
        List<Told> grants =
                told.stream().filter(one -> one.outcome() instanceof Granted).toList();
        assertThat(grants).hasSizeLessThanOrEqualTo(1).noneMatch(Told::late);
        return !grants.isEmpty();
    }

    private static Ready rested(Desk desk) {
        desk.later(REST).clave.unblock(FakePeople.ANA.number(), "test");
        return desk.ready(FakePeople.ANA);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "S05 request again races verify: either the old PIN is granted and nothing is sent, or it is dead and the new one is granted")
    void requestAgain(Shelf shelf) {
        Desk desk = Desk.on(shelf);
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                Ready login = rested(desk);
                desk.later(PAUSE);

                List<Told> told = race(racers, desk, login, () -> desk.clave.requestAgain(login.handle()));

                Object resend = told.get(0).outcome();
                if (isGranted(told)) {
                    assertThat(resend).isEqualTo(new NotSent(Reason.ALREADY_USED));
                    assertThat(desk.pinOf(FakePeople.ANA)).isEqualTo(login.pin());
                } else {
                    assertThat(resend).isInstanceOf(PinSent.class);
                    assertThat(told)
                            .extracting(Told::outcome)
                            .filteredOn(WrongPin.class::isInstance)
                            .hasSize(2);
                    assertThat(desk.clave.verify(login.handle(), desk.pinOf(FakePeople.ANA)))
                            .isInstanceOf(Granted.class);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S06 a new login races verify: the old PIN is granted before it, or dead after it")
    void newLogin(Shelf shelf) {
        Desk desk = Desk.on(shelf);
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                Ready login = rested(desk);
                desk.later(PAUSE);

                List<Told> told = race(racers, desk, login, () -> desk.identify(FakePeople.ANA));

                isGranted(told);
                assertThat(told).extracting(Told::outcome).noneMatch(WrongPin.class::isInstance);
                assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.NOT_CURRENT));
                Identified next = (Identified) told.get(0).outcome();
                assertThat(desk.obtain(next.handle()).attemptsLeft()).isEqualTo(3);
                assertThat(desk.clave.verify(next.handle(), desk.pinOf(FakePeople.ANA)))
                        .isInstanceOf(Granted.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S07 cancel races verify: one end, and every answer agrees with it")
    void cancel(Shelf shelf) {
        Desk desk = Desk.on(shelf);
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                Ready login = rested(desk);

                List<Told> told = race(racers, desk, login, () -> desk.clave.cancel(login.handle()));

                Reason end = isGranted(told) ? Reason.ALREADY_USED : Reason.CANCELLED;
                assertThat(told.get(0).outcome()).isEqualTo(end);
                assertThat(told.subList(1, 3))
                        .extracting(Told::outcome)
                        .filteredOn(outcome -> !(outcome instanceof Granted))
                        .containsOnly(new Denied(end));
                assertThat(desk.clave.status(login.handle())).isEqualTo(new NotSent(end));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S04 the clock passes ten minutes while verify runs: no grant is dated at the end of the PIN or later")
    void expiry(Shelf shelf) {
        Desk desk = Desk.on(shelf);
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                Ready login = rested(desk);
                Instant end = desk.clock.instant().plus(Duration.ofMinutes(10));
                desk.clock.set(end.minusMillis(1));

                List<Told> told = race(racers, desk, login, () -> desk.clock.advance(Duration.ofMillis(1)));

                isGranted(told);
                assertThat(told)
                        .extracting(Told::outcome)
                        .filteredOn(Granted.class::isInstance)
                        .allMatch(granted -> ((Granted) granted).at().isBefore(end));
                assertThat(desk.clave.verify(login.handle(), login.pin()))
                        .isIn(new Denied(Reason.PIN_EXPIRED), new Denied(Reason.ALREADY_USED));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S07 forgetting a person races verify: the PIN is granted before it, or unknown after it")
    void forget(Shelf shelf) {
        Desk desk = Desk.on(shelf);
        try (Racers racers = new Racers(3)) {
            for (int round = 0; round < ROUNDS; round++) {
                Ready login = rested(desk);

                List<Told> told = race(racers, desk, login, () -> {
                    desk.clave.forget(FakePeople.ANA.number(), "test");
                    return "forgotten";
                });

                isGranted(told);
                assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.NOT_CURRENT));
            }
        }
    }
}

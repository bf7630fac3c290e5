package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.LeakDetector;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two nodes whose clocks differ, and one whose clock is set back. */
class ClockTest {
    private static final Duration SKEW = Duration.ofSeconds(90);

    private final Desk desk = new Desk();

    private Clave nodeBehind(FakeClock clock) {
        return desk.builder().clock(clock).build();
    }

    @Test
    @DisplayName("F16 a node that is 90 s behind takes a PIN until its life and 90 s are over, and no longer")
    void somewhatBehind() {
        FakeClock behind = new FakeClock(desk.clock.instant().minus(SKEW));
        Clave node = nodeBehind(behind);
        Instant made = desk.clock.instant();
        Ready login = desk.ready(FakePeople.ANA);
        assertThat(((PinSent) node.status(login.handle())).expiresAt()).isEqualTo(made.plus(Duration.ofMinutes(10)));
        behind.set(made.plus(Duration.ofMinutes(10)).minusMillis(1));
        assertThat(node.status(login.handle())).isInstanceOf(PinSent.class);
        assertThat(node.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);

        desk.clock.set(behind.instant());
        Ready next = desk.ready(FakePeople.CAROL);
        behind.set(desk.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(node.verify(next.handle(), next.pin())).isEqualTo(new Denied(Reason.PIN_EXPIRED));
    }

    @Test
    @DisplayName("F16 what a node behind writes is dated no earlier than what it has seen")
    void neverBackwards() {
        Clave node = nodeBehind(new FakeClock(desk.clock.instant().minus(SKEW)));
        Ready login = desk.ready(FakePeople.ANA);
        long version = version();
        assertThat(node.verify(login.handle(), Pins.otherThan(login.pin()))).isNotNull();
        assertThat(version()).isGreaterThan(version);
        assertThat(node.requestAgain(login.handle()))
                .isEqualTo(new TryLater(desk.clock.instant().plusSeconds(60)));
        assertThat(node.verify(login.handle(), login.pin())).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.at()).isEqualTo(desk.clock.instant());
        });
    }

    private long version() {
        return desk.encoded().entries().values().stream()
                .mapToLong(StoredEntry::version)
                .max()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "F16 two minutes behind is let pass; a millisecond more, and seven minutes, end closed and name the clock, and nobody")
    void farBehind() {
        Ready login = desk.ready(FakePeople.ANA);
        FakeClock behind = new FakeClock(desk.clock.instant().minus(Duration.ofMinutes(2)));
        Clave node = nodeBehind(behind);
        assertThat(node.status(login.handle())).isInstanceOf(PinSent.class);
        int writes = desk.encoded().writes();
        for (Duration skew : new Duration[] {Duration.ofMinutes(2).plusMillis(1), Duration.ofMinutes(7)}) {
            behind.set(desk.clock.instant().minus(skew));
            assertThatThrownBy(() -> node.verify(login.handle(), login.pin()))
                    .isInstanceOfSatisfying(ClaveUnavailableException.class, closed -> {
                        assertThat(closed.socket()).isEqualTo(Socket.CLOCK);
                        assertThat(closed).hasMessageContaining("clock");
                        new LeakDetector().watch(FakePeople.ANA).check(closed);
                    });
            assertThatThrownBy(() -> node.identify(FakePeople.ANA.typedNumber(), FakePeople.ANA.typedContrast()))
                    .isInstanceOf(ClaveUnavailableException.class);
        }
        assertThat(desk.encoded().writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName("F16 a clock that is set back revives no PIN and refills nothing")
    void setBack() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(Duration.ofMinutes(10));
        assertThat(desk.identifyWrongly(FakePeople.ANA)).isNotNull();
        desk.clock.set(desk.clock.instant().minusSeconds(60));
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.clave.status(login.handle())).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
    }
}

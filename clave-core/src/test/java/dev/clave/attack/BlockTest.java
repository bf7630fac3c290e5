package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.Budget;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.NotSent;
import dev.clave.PinPolicy;
import dev.clave.PinSent;
import dev.clave.Preset;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.Risk;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.spi.AuditEvent.PersonUnblocked;
import dev.clave.spi.AuditEvent.WrongPinGiven;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SecurityNotice.Kind;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The wrong PINs in a row: notices, block, and what ends it. */
class BlockTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final Desk desk = new Desk();

    /** As an attacker who knows number and datum: up to three wrong PINs, every 7 h 12 min. */
    private Ready miss(int count) {
        Ready login = new Ready(LoginHandle.of(null), "");
        for (int left = count; left > 0; left -= 3) {
            login = desk.later(Duration.ofMinutes(432)).ready(ANA);
            desk.missTimes(Math.min(3, left), login);
        }
        return login;
    }

    @Test
    @DisplayName("F13 after 50 wrong PINs in a row a notice, after 100 a notice and the block, once each")
    void hundred() {
        miss(49);
        assertThat(desk.phone(ANA).notices()).isEmpty();
        Ready login = desk.later(Duration.ofMinutes(432)).ready(ANA);
        desk.missTimes(3, login);
        assertThat(desk.phone(ANA).notices()).extracting(SecurityNotice::kind).containsExactly(Kind.MANY_WRONG_PINS);
        miss(46);
        assertThat(desk.phone(ANA).notices()).hasSize(1);

        Ready last = desk.later(Duration.ofMinutes(432)).ready(ANA);
        assertThat(((PinSent) desk.clave.status(last.handle())).attemptsLeft()).isEqualTo(2);
        assertThat(desk.clave.verify(last.handle(), Pins.otherThan(last.pin()))).isEqualTo(new WrongPin(1));
        assertThat(desk.clave.verify(last.handle(), Pins.otherThan(last.pin()))).isEqualTo(new WrongPin(0));
        assertThat(desk.phone(ANA).notices())
                .extracting(SecurityNotice::kind)
                .containsExactly(Kind.MANY_WRONG_PINS, Kind.BLOCKED);
        assertThat(desk.events(WrongPinGiven.class))
                .filteredOn(WrongPinGiven::blocked)
                .hasSize(1);
        assertThat(desk.audit.last(WrongPinGiven.class).inARow()).isEqualTo(100);
        blocked(last);
    }

    private void blocked(Ready live) {
        int writes = desk.encoded().writes();
        int sent = desk.sms.calls();
        assertThat(desk.clave.verify(live.handle(), live.pin())).isEqualTo(new Denied(Reason.BLOCKED));
        assertThat(desk.clave.requestAgain(live.handle())).isEqualTo(new NotSent(Reason.BLOCKED));
        assertThat(desk.clave.obtainPin(live.handle())).isEqualTo(new NotSent(Reason.BLOCKED));
        assertThat(desk.clave.status(live.handle())).isEqualTo(new NotSent(Reason.BLOCKED));
        assertThat(desk.identify(ANA)).isEqualTo(new Denied(Reason.BLOCKED));
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.sms.calls()).isEqualTo(sent);
        assertThat(desk.identifyWrongly(ANA)).as("no hint without the datum").isEqualTo(new Refused());
    }

    @Test
    @DisplayName(
            "F13 the block outlives its login, all budgets and a clean-up, and is over 400 days after the last wrong PIN")
    void fourHundredDays() {
        miss(100);
        Instant end = desk.clock.instant().plus(Duration.ofDays(400));
        desk.clock.set(end.minusMillis(1));
        desk.encoded().forgetExpired(desk.clock.instant());
        assertThat(desk.identify(ANA)).isEqualTo(new Denied(Reason.BLOCKED));
        desk.clock.set(end);
        assertThat(desk.identify(ANA)).isInstanceOf(Identified.class);
    }

    @Test
    @DisplayName("F13 unblock is audited with who did it, clears the row and the block, and gives no budget back")
    void unblock() {
        Ready live = miss(100);
        desk.clave.unblock(ANA.number(), "officer-7");

        assertThat(desk.audit.last(PersonUnblocked.class).by()).isEqualTo("officer-7");
        assertThat(desk.audit.last(PersonUnblocked.class).subject())
                .isEqualTo(desk.audit.last(WrongPinGiven.class).subject());
        assertThat(desk.clave.verify(live.handle(), live.pin())).isInstanceOf(Granted.class);
        Ready next = desk.later(Duration.ofSeconds(60)).ready(ANA);
        desk.missTimes(1, next);
        assertThat(desk.audit.last(WrongPinGiven.class).inARow()).isEqualTo(1);
    }

    @Test
    @DisplayName("F13 unblock leaves the bucket of wrong PINs as it is")
    void unblockKeepsTheBucket() {
        for (int i = 0; i < 3; i++) {
            desk.missTimes(3, desk.ready(ANA));
            desk.later(Duration.ofSeconds(60));
        }
        desk.missTimes(1, desk.ready(ANA));
        desk.clave.unblock(ANA.number(), "officer-7");
        assertThat(desk.identify(ANA)).isInstanceOf(TryLater.class);
    }

    @Test
    @DisplayName("F13 a grant clears the row")
    void grant() {
        miss(48);
        desk.later(Duration.ofMinutes(432)).logIn(ANA);
        miss(49);
        assertThat(desk.audit.last(WrongPinGiven.class).inARow()).isEqualTo(49);
        assertThat(desk.phone(ANA).notices()).isEmpty();
    }

    @Test
    @DisplayName("F13 a notice that cannot be sent changes no outcome, charges no send and is not sent again")
    void noticeFails() {
        miss(48);
        Ready login = desk.later(Duration.ofMinutes(432)).ready(ANA);
        desk.missTimes(1, login);
        desk.sms.refuse(DeliveryResult.Reason.UNREACHABLE);
        assertThat(desk.clave.verify(login.handle(), Pins.otherThan(login.pin())))
                .isEqualTo(new WrongPin(1));
        desk.sms.recover();
        desk.missTimes(1, login);
        assertThat(desk.phone(ANA).notices()).isEmpty();
    }

    @Test
    @DisplayName("F13 a notice has no PIN, no number and the person's language")
    void noticeText() {
        miss(50);
        SecurityNotice notice = desk.phone(ANA).notices().get(0);
        assertThat(notice.text().reveal())
                .doesNotContain(desk.pinOf(ANA))
                .doesNotContain(ANA.typedNumber())
                .contains("PIN incorrectos");
    }

    @Test
    @DisplayName(
            "who unblocks or forgets is named by 1 to 64 characters, for no line of the audit may look like another")
    void namedBy() {
        for (String by : new String[] {"", "  ", "a\nb", "a\u0000", "x".repeat(65)}) {
            assertThatThrownBy(() -> desk.clave.unblock(ANA.number(), by)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> desk.clave.forget(ANA.number(), by)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(desk.audit.events()).isEmpty();
        assertThat(desk.encoded().reads()).isZero();
    }

    @Test
    @DisplayName(
            "F13 the CLAVE_PIN preset: PINs of 3, three wrong ones for a person, one back each day, blocked at nine in a row")
    void clavePin() {
        PinPolicy policy = PinPolicy.builder(Preset.CLAVE_PIN)
                .acknowledge(Risk.UNDER_TWENTY_BITS)
                .build();
        assertThat(policy.wrongPins()).isEqualTo(new Budget(3, Duration.ofHours(24)));
        Desk small = Desk.with(builder -> builder.policy(policy));
        Instant first = small.clock.instant();
        Ready login = small.ready(ANA);
        assertThat(login.pin()).hasSize(3);
        small.missTimes(3, login);
        assertThat(small.identify(ANA)).isEqualTo(new TryLater(first.plus(Duration.ofHours(24))));
        for (int day = 0; day < 6; day++) {
            small.later(Duration.ofHours(24));
            small.missTimes(1, small.ready(ANA));
        }
        assertThat(small.phone(ANA).notices())
                .extracting(SecurityNotice::kind)
                .containsExactly(Kind.MANY_WRONG_PINS, Kind.BLOCKED);
        assertThat(small.identify(ANA)).isEqualTo(new Denied(Reason.BLOCKED));
    }
}

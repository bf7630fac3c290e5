package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.BrowserToken;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NotSent;
import dev.clave.Origin;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers of the standard policy, each at its edge: refused a millisecond before, let through at the instant that was told. */
class BudgetEdgeTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final Duration REFILL = Duration.ofMinutes(144);

    private final Desk desk = new Desk();

    private Instant in(Duration time) {
        return desk.clock.instant().plus(time);
    }

    private void justBefore(Instant time) {
        desk.clock.set(time.minusMillis(1));
    }

    @Test
    @DisplayName("60 s between two sends of a login: refused at 59.999, sent at 60.000")
    void pause() {
        Ready login = desk.ready(ANA);
        Instant at = in(MINUTE);
        justBefore(at);
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        assertThat(desk.again(login.handle()).againAt()).contains(in(MINUTE));
    }

    @Test
    @DisplayName("60 s between two sends of a person, across logins")
    void pauseAcrossLogins() {
        desk.ready(ANA);
        Instant at = in(MINUTE);
        LoginHandle next = desk.later(Duration.ofSeconds(10)).open(ANA);
        assertThat(desk.clave.obtainPin(next)).isEqualTo(new TryLater(at));
        justBefore(at);
        assertThat(desk.clave.obtainPin(next)).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        assertThat(desk.clave.obtainPin(next)).isInstanceOf(PinSent.class);
        assertThat(desk.sms.calls()).isEqualTo(2);
    }

    @Test
    @DisplayName("three sends for each login, the third says that there is no fourth")
    void sendsPerLogin() {
        LoginHandle login = desk.open(ANA);
        assertThat(desk.obtain(login).againAt()).isPresent();
        assertThat(desk.later(MINUTE).again(login).againAt()).isPresent();
        assertThat(desk.later(MINUTE).again(login).againAt()).isEmpty();
        assertThat(desk.later(MINUTE).clave.requestAgain(login)).isEqualTo(new NotSent(Reason.START_AGAIN));
        assertThat(desk.sms.calls()).isEqualTo(3);
        assertThat(desk.clave.verify(login, desk.pinOf(ANA))).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("nothing is sent later than 20:00.000 of a login")
    void lastSend() {
        LoginHandle login = desk.open(ANA);
        Instant last = in(Duration.ofMinutes(20));
        desk.obtain(login);
        desk.clock.set(last);
        PinSent sent = desk.again(login);
        assertThat(sent.expiresAt()).isEqualTo(last.plus(Duration.ofMinutes(10)));
        assertThat(sent.againAt()).isEmpty();
    }

    @Test
    @DisplayName("at 20:00.001 a login sends no more, neither again nor for the first time")
    void tooLateToSend() {
        LoginHandle ana = desk.open(ANA);
        LoginHandle carol = desk.open(FakePeople.CAROL);
        desk.obtain(ana);
        desk.later(Duration.ofMinutes(20)).laterMillis(1);
        assertThat(desk.clave.requestAgain(ana)).isEqualTo(new NotSent(Reason.START_AGAIN));
        assertThat(desk.clave.obtainPin(carol)).isEqualTo(new NotSent(Reason.START_AGAIN));
        assertThat(desk.sms.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName("ten sends at once for a person, then one every 2 h 24 min, at the instant that was told")
    void sendsPerPerson() {
        Instant first = desk.clock.instant();
        LoginHandle login = LoginHandle.of(null);
        for (int sends = 0; sends < 10; sends++) {
            if (sends % 3 == 0) {
                login = desk.open(ANA);
                desk.obtain(login);
            } else {
                desk.again(login);
            }
            desk.later(MINUTE);
        }
        Instant at = first.plus(REFILL);
        assertThat(desk.clave.requestAgain(login)).isEqualTo(new TryLater(at));
        justBefore(at);
        login = desk.open(ANA);
        assertThat(desk.clave.obtainPin(login)).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        assertThat(desk.obtain(login).againAt())
                .as("the next one comes back too late")
                .isEmpty();
        assertThat(desk.sms.calls()).isEqualTo(11);
    }

    @Test
    @DisplayName("five logins at once for a person, then one every 12 minutes; the live login stays as it is")
    void logins() {
        Instant at = in(Duration.ofMinutes(12));
        for (int i = 0; i < 4; i++) {
            desk.open(ANA);
        }
        Ready live = desk.ready(ANA);
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(at));
        justBefore(at);
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(at));
        assertThat(desk.clave.status(live.handle())).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        desk.clock.set(at);
        assertThat(desk.identify(ANA)).isInstanceOf(Identified.class);
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(at.plus(Duration.ofMinutes(12))));
    }

    @Test
    @DisplayName("ten wrong PINs at once for a person over all logins, then none is compared until 2 h 24 min are over")
    void wrongPins() {
        Instant first = desk.clock.instant();
        Ready login = spendTenWrongPins();
        Instant at = first.plus(REFILL);
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new TryLater(at));
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new TryLater(at));
        assertThat(((PinSent) desk.clave.status(login.handle())).attemptsLeft()).isZero();
        assertThat(desk.later(Duration.ofMinutes(12)).identify(ANA)).isEqualTo(new TryLater(at));

        justBefore(at);
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        Ready next = desk.ready(ANA);
        assertThat(((PinSent) desk.clave.status(next.handle())).attemptsLeft()).isEqualTo(1);
        assertThat(desk.clave.verify(next.handle(), next.pin())).isInstanceOf(Granted.class);
    }

    /** Nine in three logins, the tenth in a fourth, which is returned; all within three minutes of the first. */
    private Ready spendTenWrongPins() {
        for (int i = 0; i < 3; i++) {
            desk.missTimes(3, desk.ready(ANA));
            desk.later(MINUTE);
        }
        Ready last = desk.ready(ANA);
        assertThat(((PinSent) desk.clave.status(last.handle())).attemptsLeft()).isEqualTo(1);
        assertThat(desk.clave.verify(last.handle(), Pins.otherThan(last.pin()))).isEqualTo(new WrongPin(0));
        return last;
    }

    @Test
    @DisplayName("a grant gives no wrong PIN back to the bucket")
    void grantKeepsTheBucket() {
        Ready login = desk.ready(ANA);
        desk.missTimes(2, login);
        assertThat(desk.clave.verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
        desk.later(MINUTE).missTimes(3, desk.ready(ANA));
        desk.later(MINUTE).missTimes(3, desk.ready(ANA));
        PinSent sent = (PinSent) desk.clave.status(desk.later(MINUTE).ready(ANA).handle());
        assertThat(sent.attemptsLeft()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "S09 wrong PINs over 50 logins, one after another, stay within the bucket and what came back meanwhile")
    void manyLogins() {
        Instant start = desk.clock.instant();
        int told = 0;
        for (int logins = 0; logins < 50; ) {
            desk.later(Duration.ofMinutes(12));
            IdentifyOutcome outcome = desk.identify(ANA);
            if (outcome instanceof Identified login && desk.clave.obtainPin(login.handle()) instanceof PinSent) {
                logins++;
                for (String wrong : Pins.otherThan(desk.pinOf(ANA), 4)) {
                    told += desk.clave.verify(login.handle(), wrong) instanceof WrongPin ? 1 : 0;
                }
            }
        }
        long cameBack = Duration.between(start, desk.clock.instant()).dividedBy(REFILL);
        assertThat(told).isBetween(50, (int) (10 + cameBack));
    }

    @Test
    @DisplayName("50 wrong data at once for a person, then one every 28 min 48 s")
    void wrongData() {
        Instant at = in(Duration.ofSeconds(1728));
        for (int i = 0; i < 50; i++) {
            assertThat(desk.identifyWrongly(ANA)).isEqualTo(new Refused());
        }
        assertThat(desk.identifyWrongly(ANA)).isEqualTo(new TryLater(at));
        justBefore(at);
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        assertThat(desk.identify(ANA)).isInstanceOf(Identified.class);
        assertThat(desk.identifyWrongly(ANA)).isEqualTo(new Refused());
        assertThat(desk.identifyWrongly(ANA)).isEqualTo(new TryLater(at.plusSeconds(1728)));
    }

    @Test
    @DisplayName(
            "F18 a browser that has logged in before has ten wrong data of its own, one every 30 minutes, and strangers cannot shut it out")
    void knownBrowser() {
        LoginRequest known = Desk.request(ANA).knownBy(desk.logIn(ANA).browser());
        LoginRequest wrong = LoginRequest.of(ANA.typedNumber(), ANA.typedWrongContrast())
                .knownBy(known.browser().orElseThrow());
        Instant strangersAt = in(Duration.ofSeconds(1728));
        Instant knownAt = in(Duration.ofMinutes(30));
        for (int i = 0; i < 50; i++) {
            assertThat(desk.identifyWrongly(ANA)).isEqualTo(new Refused());
        }
        assertThat(desk.identify(ANA)).isEqualTo(new TryLater(strangersAt));
        assertThat(desk.clave.identify(known)).isInstanceOf(Identified.class);
        for (int i = 0; i < 10; i++) {
            assertThat(desk.clave.identify(wrong)).isEqualTo(new Refused());
        }
        assertThat(desk.clave.identify(known)).isEqualTo(new TryLater(knownAt));
        assertThat(desk.clave.identify(wrong)).isEqualTo(new TryLater(knownAt));
        desk.clock.set(knownAt);
        assertThat(desk.clave.identify(known)).isInstanceOf(Identified.class);
    }

    @Test
    @DisplayName("F18 another person's token, garbage and a token of over a year ago count for nothing")
    void unknownBrowser() {
        LoginRequest others =
                Desk.request(ANA).knownBy(desk.logIn(FakePeople.CAROL).browser());
        LoginRequest own = Desk.request(ANA).knownBy(desk.logIn(ANA).browser());
        desk.later(Duration.ofDays(365).minusMillis(1));
        for (int i = 0; i < 50; i++) {
            desk.identifyWrongly(ANA);
        }
        assertThat(desk.clave.identify(others)).isInstanceOf(TryLater.class);
        assertThat(desk.clave.identify(Desk.request(ANA).knownBy(BrowserToken.of("garbage"))))
                .isInstanceOf(TryLater.class);
        assertThat(desk.clave.identify(own)).isInstanceOf(Identified.class);
        desk.laterMillis(1);
        assertThat(desk.clave.identify(own)).isInstanceOf(TryLater.class);
    }

    @Test
    @DisplayName(
            "300 identifications at once for an origin, then one every 12 s, whoever is asked for; mistyped ones are not charged")
    void origin() throws UnknownHostException {
        Origin origin = Origin.of(InetAddress.getByName("2001:db8::1"));
        Origin sameHousehold = Origin.of(InetAddress.getByName("2001:db8:0:ff::1"));
        Origin another = Origin.of(InetAddress.getByName("2001:db8:0:100::1"));
        Instant at = in(Duration.ofSeconds(12));
        List<FakePerson> people = FakePeople.crowd(300);
        for (FakePerson person : people) {
            assertThat(desk.clave.identify(Desk.request(person).from(origin))).isEqualTo(new Refused());
            desk.clave.identify(
                    LoginRequest.of(person.typedNumber(), "nonsense").from(origin));
        }
        LoginRequest ana = Desk.request(ANA);
        assertThat(desk.clave.identify(ana.from(sameHousehold))).isEqualTo(new TryLater(at));
        assertThat(desk.clave.identify(ana.from(another))).isInstanceOf(Identified.class);
        assertThat(desk.clave.identify(ana)).isInstanceOf(Identified.class);
        justBefore(at);
        assertThat(desk.clave.identify(ana.from(origin))).isEqualTo(new TryLater(at));
        desk.clock.set(at);
        assertThat(desk.clave.identify(ana.from(origin))).isInstanceOf(Identified.class);
    }

    @Test
    @DisplayName("an IPv4 address in an IPv6 one is the same origin")
    void mappedOrigin() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 192, 0, 2, 7};
        assertThat(Origin.of(InetAddress.getByAddress(mapped)))
                .isEqualTo(Origin.of(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7})));
    }

    @Test
    @DisplayName("a budget that is spent names itself only when the datum was right")
    void wrongDatumHidesTheRest() {
        Ready login = spendTenWrongPins();
        assertThat(desk.identifyWrongly(ANA)).isEqualTo(new Refused());
        assertThat(desk.identify(ANA)).isInstanceOf(TryLater.class);
        assertThat(desk.clave.cancel(login.handle())).isEqualTo(Reason.CANCELLED);
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.CANCELLED));
    }
}

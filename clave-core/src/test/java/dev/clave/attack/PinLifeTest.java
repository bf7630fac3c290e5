package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Denied;
import dev.clave.Field;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Purpose;
import dev.clave.Reason;
import dev.clave.Sentences;
import dev.clave.TryLater;
import dev.clave.WrongPin;
import dev.clave.attack.Desk.Ready;
import dev.clave.attack.Desk.Work;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One login, from its PIN to its end, step by step. */
class PinLifeTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Desk desk = new Desk();

    private Object verify(Ready login) {
        return desk.clave.verify(login.handle(), login.pin());
    }

    @Test
    @DisplayName("F01 F19 the same PIN again, or after the answer was lost: used, one grant only, nothing written")
    void sameAgain() {
        Ready login = desk.ready(FakePeople.ANA);
        assertThat(verify(login)).isInstanceOf(Granted.class);
        int writes = desk.encoded().writes();

        assertThat(verify(login)).isEqualTo(new Denied(Reason.ALREADY_USED));
        assertThat(desk.clave.verify(login.handle(), Pins.otherThan(login.pin())))
                .isEqualTo(new Denied(Reason.ALREADY_USED));
        assertThat(desk.clave.obtainPin(login.handle())).isEqualTo(new NotSent(Reason.ALREADY_USED));
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new NotSent(Reason.ALREADY_USED));
        assertThat(desk.clave.cancel(login.handle())).isEqualTo(Reason.ALREADY_USED);
        assertThat(desk.encoded().writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName("F02 after three wrong PINs the right one gets the same answer and the same sentence as any other")
    void afterThree() {
        Ready login = desk.ready(FakePeople.ANA);
        List<String> wrong = Pins.otherThan(login.pin(), 4);
        assertThat(desk.clave.verify(login.handle(), wrong.get(0))).isEqualTo(new WrongPin(2));
        assertThat(desk.clave.verify(login.handle(), wrong.get(1))).isEqualTo(new WrongPin(1));
        assertThat(desk.clave.verify(login.handle(), wrong.get(2))).isEqualTo(new WrongPin(0));

        Denied over = new Denied(Reason.TOO_MANY_WRONG_PINS);
        assertThat(desk.clave.verify(login.handle(), wrong.get(3))).isEqualTo(over);
        assertThat(verify(login)).isEqualTo(over);
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new NotSent(Reason.TOO_MANY_WRONG_PINS));
        assertThat(Sentences.in(Language.ES).of(over)).doesNotContain(login.pin());
    }

    @Test
    @DisplayName("F04 a PIN is alive at 9:59.999")
    void lastMoment() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(TEN_MINUTES).clock.set(desk.clock.instant().minusMillis(1));
        assertThat(verify(login)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F04 a PIN is dead at 10:00.000, right or wrong, and nothing is charged")
    void tooLate() {
        Ready login = desk.ready(FakePeople.ANA);
        desk.later(TEN_MINUTES);
        assertThat(verify(login)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.clave.verify(login.handle(), Pins.otherThan(login.pin())))
                .isEqualTo(new Denied(Reason.PIN_EXPIRED));
        assertThat(desk.clave.status(login.handle())).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        assertThat(desk.clave.obtainPin(login.handle())).isEqualTo(new NotSent(Reason.PIN_EXPIRED));
        assertThat(desk.again(login.handle()).attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("F04 requested again at 9:30, the old PIN is dead at 9:31, and used attempts stay used")
    void again() {
        Ready login = desk.ready(FakePeople.ANA);
        Instant start = desk.clock.instant();
        desk.missTimes(1, login);
        PinSent first = (PinSent) desk.clave.status(login.handle());
        desk.later(Duration.ofSeconds(570));

        PinSent sent = desk.again(login.handle());
        assertThat(sent)
                .isEqualTo(new PinSent(
                        first.code(), first.route(), start.plusSeconds(1170), Optional.of(start.plusSeconds(630)), 2));
        desk.later(Duration.ofSeconds(1));
        assertThat(verify(login)).isEqualTo(new WrongPin(1));
    }

    @Test
    @DisplayName("F04 the new PIN is alive at 19:29.999 and dead at 19:30")
    void newPin() {
        Ready login = desk.ready(FakePeople.ANA);
        Instant start = desk.clock.instant();
        desk.later(Duration.ofSeconds(570)).again(login.handle());
        String pin = desk.pinOf(FakePeople.ANA);
        desk.clock.set(start.plusSeconds(1170));
        assertThat(desk.clave.verify(login.handle(), pin)).isEqualTo(new Denied(Reason.PIN_EXPIRED));
        desk.clock.set(start.plusSeconds(1170).minusMillis(1));
        assertThat(desk.clave.verify(login.handle(), pin)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F04 a login is alive at 29:59.999 and unknown at 30:00.000")
    void loginLife() {
        LoginHandle login = desk.open(FakePeople.ANA);
        desk.later(Duration.ofMinutes(20)).obtain(login);
        desk.later(TEN_MINUTES.minusMillis(1));
        assertThat(desk.clave.status(login)).isInstanceOf(PinSent.class);
        desk.laterMillis(1);
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.clave.verify(login, desk.pinOf(FakePeople.ANA))).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(desk.clave.cancel(login)).isEqualTo(Reason.NOT_CURRENT);
    }

    @Test
    @DisplayName("F05 the handle of an earlier login touches nothing of the later one")
    void earlierLogin() {
        Ready earlier = desk.ready(FakePeople.ANA);
        Ready later = desk.later(Duration.ofSeconds(60)).ready(FakePeople.ANA);

        Work work = desk.workOf(() -> {
            Denied notCurrent = new Denied(Reason.NOT_CURRENT);
            assertThat(verify(earlier)).isEqualTo(notCurrent);
            assertThat(desk.clave.verify(earlier.handle(), later.pin())).isEqualTo(notCurrent);
            assertThat(desk.clave.obtainPin(earlier.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
            assertThat(desk.clave.requestAgain(earlier.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
            assertThat(desk.clave.status(earlier.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
            assertThat(desk.clave.cancel(earlier.handle())).isEqualTo(Reason.NOT_CURRENT);
        });

        assertThat(work).isEqualTo(new Work(0, 6, 0, 0, 0));
        assertThat(((PinSent) desk.clave.status(later.handle())).attemptsLeft()).isEqualTo(3);
        assertThat(verify(later)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F06 the right PIN with the handle of another person is a wrong PIN of that person")
    void otherPerson() {
        Ready ana = desk.ready(FakePeople.ANA);
        Ready carol = desk.ready(FakePeople.CAROL);

        assertThat(desk.clave.verify(carol.handle(), ana.pin())).isEqualTo(new WrongPin(2));
        assertThat(((PinSent) desk.clave.status(ana.handle())).attemptsLeft()).isEqualTo(3);
        assertThat(verify(ana)).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "AAAAA", "AAAAAAA", "AAAAA1", "ÑÑÑÑÑÑ", "ＡＡＡＡＡＡ", "AAAAA\u0000", "' OR 1=1 --", "٣٣٣٣٣٣"
            })
    @DisplayName("F17 what cannot be a PIN is mistyped before any state: no read, no look-up, nothing charged")
    void malformed(String typed) {
        Ready login = desk.ready(FakePeople.ANA);
        Work work = desk.workOf(() -> assertThat(desk.clave.verify(login.handle(), typed))
                .isInstanceOfSatisfying(
                        Mistyped.class, m -> assertThat(m.field()).isEqualTo(Field.PIN)));
        assertThat(work).isEqualTo(new Work(0, 0, 0, 0, 0));
        assertThat(((PinSent) desk.clave.status(login.handle())).attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("F17 a megabyte is mistyped too; case, spaces and dashes are forgiven, and 0 is read as O")
    void overlong() {
        Ready login = desk.ready(FakePeople.ANA);
        assertThat(desk.clave.verify(login.handle(), "A".repeat(1_000_000)))
                .isEqualTo(new Mistyped(Field.PIN, Problem.TOO_LONG));
        String typed = " " + login.pin().substring(0, 3).toLowerCase(Locale.ROOT) + " - "
                + login.pin().substring(3);
        assertThat(desk.clave.verify(login.handle(), typed.replace('O', '0').replace('o', '0')))
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("F08 a code of one's own is taken in any case and stays for the login")
    void ownCode() {
        LoginHandle login = desk.open(FakePeople.ANA);
        assertThat(((PinSent) desk.clave.obtainPin(login, "gato")).code()).isEqualTo("GATO");
        assertThat(((PinSent) desk.clave.obtainPin(login, "PERR")).code()).isEqualTo("GATO");
        assertThat(desk.later(Duration.ofSeconds(60)).again(login).code()).isEqualTo("GATO");
        assertThat(desk.clave.verify(login, desk.pinOf(FakePeople.ANA))).isInstanceOf(Granted.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "GAT", "GATOS", "G\uD83D\uDC08O", "';--", "ΓΑΤΟ", "ГАТО", "G TO", "Ñ123", "GAT\u0000", "ＧＡＴＯ"
            })
    @DisplayName("F08 any other code is mistyped, before any state, and nothing is sent")
    void badCode(String code) {
        LoginHandle login = desk.open(FakePeople.ANA);
        Work work = desk.workOf(() -> assertThat(desk.clave.obtainPin(login, code))
                .isInstanceOfSatisfying(
                        Mistyped.class, m -> assertThat(m.field()).isEqualTo(Field.CODE)));
        assertThat(work).isEqualTo(new Work(0, 0, 0, 0, 0));
    }

    @Test
    @DisplayName(
            "F09 the code is the store's: no call after obtain takes one, and a code changed in the store makes the PIN wrong")
    void lockedCode() {
        LoginHandle login = desk.open(FakePeople.ANA);
        desk.clave.obtainPin(login, "GATO");
        int tampered = Tampering.replaceCode(desk.encoded(), "GATO", "PERR");
        assertThat(tampered).isEqualTo(1);
        assertThat(((PinSent) desk.clave.status(login)).code()).isEqualTo("PERR");
        assertThat(desk.clave.verify(login, desk.pinOf(FakePeople.ANA))).isEqualTo(new WrongPin(2));
    }

    @Test
    @DisplayName(
            "F12 a login to sign: another text is a wrong PIN, none is another purpose, the text itself is granted")
    void signing() {
        LoginHandle login = desk.open(Desk.request(FakePeople.ANA).toSign("Alta", "I agree."));
        desk.obtain(login);
        String pin = desk.pinOf(FakePeople.ANA);
        assertThat(desk.phone(FakePeople.ANA).lastText()).contains("Alta");

        int writes = desk.encoded().writes();
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.OTHER_PURPOSE));
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.clave.verify(login, pin, "I agree!")).isEqualTo(new WrongPin(2));
        assertThat(desk.clave.verify(login, pin, "")).isEqualTo(new WrongPin(1));
        assertThat(desk.clave.verify(login, pin, "I agree.")).isInstanceOfSatisfying(Granted.class, granted -> {
            assertThat(granted.purpose()).isEqualTo(Purpose.signature("Alta", "I agree."));
        });
    }

    @Test
    @DisplayName("F12 a login to identify signs nothing, and nothing is charged")
    void signingWithTheWrongLogin() {
        Ready login = desk.ready(FakePeople.ANA);
        assertThat(desk.clave.verify(login.handle(), login.pin(), "I agree."))
                .isEqualTo(new Denied(Reason.OTHER_PURPOSE));
        assertThat(((PinSent) desk.clave.status(login.handle())).attemptsLeft()).isEqualTo(3);
    }

    @Test
    @DisplayName("the grant names the person who was bound to the login, and what the registry says now")
    void grant() {
        Ready login = desk.ready(FakePeople.DIETER);
        Granted granted = (Granted) verify(login);
        assertThat(granted.person()).isEqualTo(FakePeople.DIETER.number());
        assertThat(granted.subject()).isEqualTo(FakePeople.DIETER.subject());
        assertThat(granted.level()).isEqualTo(Level.ADVANCED);
        assertThat(granted.route()).isEqualTo(Route.SMS);
        assertThat(granted.purpose()).isEqualTo(Purpose.identification());
        assertThat(granted.at()).isEqualTo(desk.clock.instant());
    }

    @Test
    @DisplayName(
            "a phone that is changed between obtain and verify makes the PIN wrong, until another one is requested")
    void otherPhone() {
        Ready login = desk.ready(FakePeople.ANA);
        PhoneNumber phone = PhoneNumber.of("+34600999001");
        desk.registry.change(FakePeople.ANA, person -> person.withPhone(phone));
        assertThat(verify(login)).isEqualTo(new WrongPin(2));
        desk.later(Duration.ofSeconds(60)).again(login.handle());
        assertThat(desk.clave.verify(login.handle(), desk.sms.phoneOf(phone).lastPin()))
                .isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName(
            "revoked, removed or left without a phone meanwhile: no PIN is sent or compared, and nothing is charged")
    void revokedMeanwhile() {
        LoginHandle carol = desk.open(FakePeople.CAROL);
        Ready ana = desk.ready(FakePeople.ANA);
        desk.registry.change(FakePeople.ANA, person -> person.withStatus(Person.Status.REVOKED));
        desk.registry.change(FakePeople.CAROL, Person::withoutPhone);
        int writes = desk.encoded().writes();

        assertThat(verify(ana)).isEqualTo(new Denied(Reason.NOT_IN_FORCE));
        assertThat(desk.clave.obtainPin(ana.handle())).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        assertThat(desk.clave.requestAgain(ana.handle())).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        assertThat(desk.clave.status(ana.handle())).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        assertThat(desk.clave.obtainPin(carol)).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        desk.registry.remove(FakePeople.ANA);
        assertThat(verify(ana)).isEqualTo(new Denied(Reason.NOT_IN_FORCE));
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.sms.calls()).isEqualTo(1);

        desk.registry.put(FakePeople.ANA);
        assertThat(verify(ana)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("a registration that falls below the required level meanwhile: denied, nothing charged")
    void lowered() {
        LoginHandle login = desk.open(Desk.request(FakePeople.EDURNE).requiring(Level.ADVANCED));
        desk.obtain(login);
        desk.registry.change(FakePeople.EDURNE, person -> person.withLevel(Level.BASIC));
        String pin = desk.pinOf(FakePeople.EDURNE);
        assertThat(desk.clave.verify(login, pin)).isEqualTo(new Denied(Reason.LEVEL_TOO_LOW));
        assertThat(desk.clave.requestAgain(login)).isEqualTo(new NotSent(Reason.LEVEL_TOO_LOW));
        desk.registry.put(FakePeople.EDURNE);
        assertThat(desk.clave.verify(login, pin)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("obtain twice sends once and gives what status gives; request again before it is no PIN yet")
    void obtainTwice() {
        LoginHandle login = desk.open(FakePeople.ANA);
        assertThat(desk.clave.status(login)).isEqualTo(new NotSent(Reason.NO_PIN_YET));
        assertThat(desk.clave.requestAgain(login)).isEqualTo(new NotSent(Reason.NO_PIN_YET));
        assertThat(desk.clave.verify(login, "AAAAAA")).isEqualTo(new Denied(Reason.NO_PIN_YET));
        PinSent sent = desk.obtain(login);
        Work work = desk.workOf(() -> {
            assertThat(desk.clave.obtainPin(login)).isEqualTo(sent);
            assertThat(desk.clave.status(login)).isEqualTo(sent);
        });
        assertThat(work).isEqualTo(new Work(2, 2, 0, 0, 0));
        assertThat(desk.clave.requestAgain(login))
                .isEqualTo(new TryLater(desk.clock.instant().plusSeconds(60)));
    }

    @Test
    @DisplayName("cancel ends a login once; a new one is opened as ever")
    void cancel() {
        Ready login = desk.ready(FakePeople.ANA);
        assertThat(desk.clave.cancel(login.handle())).isEqualTo(Reason.CANCELLED);
        int writes = desk.encoded().writes();
        assertThat(desk.clave.cancel(login.handle())).isEqualTo(Reason.CANCELLED);
        assertThat(verify(login)).isEqualTo(new Denied(Reason.CANCELLED));
        assertThat(desk.clave.status(login.handle())).isEqualTo(new NotSent(Reason.CANCELLED));
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.later(Duration.ofSeconds(60)).logIn(FakePeople.ANA)).isNotNull();
    }
}

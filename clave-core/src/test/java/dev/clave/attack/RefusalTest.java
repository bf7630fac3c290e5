package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Denied;
import dev.clave.ExpiredDocuments;
import dev.clave.Field;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.IdentifyOutcome;
import dev.clave.LoginRequest;
import dev.clave.Mistyped;
import dev.clave.NotSent;
import dev.clave.Origin;
import dev.clave.PinPolicy;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.Sentences;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.attack.Desk.Work;
import dev.clave.identity.Problem;
import dev.clave.spi.AuditEvent.Cause;
import dev.clave.spi.AuditEvent.IdentificationRefused;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import dev.clave.spi.PhoneNumber;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number and datum: what is refused, in which order, and what the refusal tells. */
class RefusalTest {
    private static final FakePerson ANA = FakePeople.ANA;
    private static final Work NOTHING = new Work(0, 0, 0, 0, 0);

    private final Desk desk = new Desk();

    @ParameterizedTest
    @ValueSource(strings = {"01-01-9999", "01/01/9999", "01.01.9999", "9999-01-01", " 01 01 9999 "})
    @DisplayName(
            "C02 the date that every permanent DNI bears is refused before any look-up, with the hint to give the issue date")
    void permanentDate(String typed) {
        for (FakePerson person : List.of(FakePeople.BREIXO, ANA, FakePeople.ULISES)) {
            Work work = desk.workOf(() -> assertThat(desk.clave.identify(person.typedNumber(), typed))
                    .isEqualTo(new Mistyped(Field.CONTRAST, Problem.PERMANENT_DATE)));
            assertThat(work).isEqualTo(NOTHING);
        }
        assertThat(Sentences.in(Language.ES).of(new Mistyped(Field.CONTRAST, Problem.PERMANENT_DATE)))
                .contains("expedición");
    }

    @Test
    @DisplayName("C07 the datum of one person with the number of another is the refusal of an unknown person")
    void otherPersonsDatum() {
        IdentifyOutcome others = desk.clave.identify(ANA.typedNumber(), FakePeople.EDURNE.typedContrast());
        assertThat(others).isEqualTo(new Refused()).isEqualTo(desk.identify(FakePeople.ULISES));
        assertThat(desk.clave.identify(FakePeople.CAROL.typedNumber(), FakePeople.DIETER.typedContrast()))
                .isEqualTo(new Refused());
    }

    @Test
    @DisplayName("C07 whatever keeps a person from logging in is one refusal, and the audit alone knows which")
    void oneRefusal() {
        List<IdentifyOutcome> outcomes = List.of(
                desk.identify(FakePeople.ULISES),
                desk.identify(FakePeople.RITA),
                desk.identify(FakePeople.NOEL),
                desk.identifyWrongly(ANA));
        assertThat(outcomes).containsOnly(new Refused());
        assertThat(desk.events(IdentificationRefused.class))
                .extracting(IdentificationRefused::cause)
                .containsExactly(Cause.UNKNOWN_PERSON, Cause.NOT_IN_FORCE, Cause.NO_PHONE, Cause.WRONG_DATUM);
        assertThat(desk.sms.calls()).isZero();
    }

    @Test
    @DisplayName(
            "C08 an expired document is let in by ALLOW, on its last day by REFUSE, and refused like a wrong datum after it")
    void expiredDocument() {
        assertThat(desk.identify(FakePeople.ISABEL)).isInstanceOf(Identified.class);
        PinPolicy policy =
                PinPolicy.builder().expiredDocuments(ExpiredDocuments.REFUSE).build();
        Desk strict = Desk.with(builder -> builder.policy(policy));
        assertThat(strict.identify(FakePeople.ISABEL)).isEqualTo(new Refused());
        assertThat(strict.audit.last(IdentificationRefused.class).cause()).isEqualTo(Cause.EXPIRED_DOCUMENT);

        strict.clock.set(Instant.parse("2031-03-15T22:59:59.999Z"));
        Ready login = strict.ready(ANA);
        strict.clock.set(Instant.parse("2031-03-15T23:00:00Z"));
        assertThat(strict.identify(ANA)).as("the day is over in Madrid").isEqualTo(new Refused());
        assertThat(strict.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.NOT_IN_FORCE));
        assertThat(strict.clave.requestAgain(login.handle())).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        assertThat(strict.identify(FakePeople.BREIXO))
                .as("an issue date does not expire")
                .isInstanceOf(Identified.class);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                Arguments.of(null, null, Field.NUMBER, Problem.EMPTY),
                Arguments.of("", "", Field.NUMBER, Problem.EMPTY),
                Arguments.of(null, "15-03-2031", Field.NUMBER, Problem.EMPTY),
                Arguments.of("99999018D", null, Field.CONTRAST, Problem.EMPTY),
                Arguments.of("99999018D", "", Field.CONTRAST, Problem.EMPTY),
                Arguments.of("99999018D", "E00112233", Field.CONTRAST, Problem.DATE_EXPECTED),
                Arguments.of("Z9999910K", "15-03-2031", Field.CONTRAST, Problem.SUPPORT_NUMBER_EXPECTED),
                Arguments.of("99999018E", "15-03-2031", Field.NUMBER, Problem.WRONG_LETTER),
                Arguments.of("9".repeat(1_000_000), "15-03-2031", Field.NUMBER, Problem.TOO_LONG),
                Arguments.of("99999018D", "1".repeat(1_000_000), Field.CONTRAST, Problem.TOO_LONG));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    @DisplayName(
            "C09 nothing, too much or the datum of another document is mistyped, without a look-up and without a charge")
    void mistyped(String number, String contrast, Field field, Problem problem) throws UnknownHostException {
        LoginRequest request = LoginRequest.of(number, contrast).from(Origin.of(InetAddress.getByName("192.0.2.1")));
        Work work = desk.workOf(() -> assertThat(desk.clave.identify(request)).isEqualTo(new Mistyped(field, problem)));
        assertThat(work).isEqualTo(NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15-03-2031 E00112233", "15-03-2031;15-03-2031", "E0011223315-03-2031"})
    @DisplayName("C09 two data at once are mistyped")
    void twoAtOnce(String contrast) {
        Work work = desk.workOf(() -> {
            assertThat(desk.clave.identify(ANA.typedNumber(), contrast)).isInstanceOf(Mistyped.class);
            assertThat(desk.clave.identify(FakePeople.CAROL.typedNumber(), contrast))
                    .isInstanceOf(Mistyped.class);
        });
        assertThat(work).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName(
            "C06 4,000 dates from 4,000 addresses: 50 are looked at, and the right one is not told from the others")
    void manyGuesses() throws UnknownHostException {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT);
        LocalDate first = LocalDate.of(2026, 5, 4);
        int refused = 0;
        for (int i = 0; i < 4_000; i++) {
            Origin from = Origin.of(InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i}));
            IdentifyOutcome outcome = desk.clave.identify(
                    LoginRequest.of(ANA.typedNumber(), first.plusDays(i).format(format))
                            .from(from));
            refused += outcome instanceof Refused ? 1 : 0;
            assertThat(outcome).isNotInstanceOf(Identified.class);
        }
        assertThat(refused).isEqualTo(50);
        assertThat(desk.registry.calls()).isEqualTo(50);
    }

    @Test
    @DisplayName(
            "F18 over the budget the same wait is told, whoever the person and whatever the datum, and nothing is looked at")
    void overTheBudget() {
        for (FakePerson person : List.of(ANA, FakePeople.ULISES, FakePeople.RITA, FakePeople.NOEL)) {
            for (int i = 0; i < 50; i++) {
                assertThat(desk.identifyWrongly(person)).isEqualTo(new Refused());
            }
        }
        TryLater wait = new TryLater(desk.clock.instant().plusSeconds(1728));
        for (FakePerson person : List.of(ANA, FakePeople.ULISES, FakePeople.RITA, FakePeople.NOEL)) {
            Work work = desk.workOf(() -> {
                assertThat(desk.identify(person)).isEqualTo(wait);
                assertThat(desk.identifyWrongly(person)).isEqualTo(wait);
            });
            assertThat(work).isEqualTo(new Work(0, 2, 0, 0, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+19005551234",
                "+88213001234",
                "+34803123456",
                "+34806123456",
                "+34807123456",
                "+34911234567",
                "+34700123456",
                "+346001234567",
                "+35312345678"
            })
    @DisplayName("D07 a phone to which no SMS may go is as none: the uniform refusal, and nothing is ever sent")
    void forbiddenPhone(String phone) {
        desk.registry.change(ANA, person -> person.withPhone(PhoneNumber.of(phone)));
        assertThat(desk.identify(ANA))
                .isEqualTo(desk.identify(FakePeople.ULISES))
                .isEqualTo(new Refused());
        assertThat(desk.events(IdentificationRefused.class).get(0).cause()).isEqualTo(Cause.NO_PHONE);
        assertThat(desk.sms.calls()).isZero();
    }

    @Test
    @DisplayName("D07 a phone that becomes a forbidden one after identify: nothing is sent and no PIN is compared")
    void forbiddenLater() {
        Ready login = desk.ready(ANA);
        desk.registry.change(ANA, person -> person.withPhone(PhoneNumber.of("+34803123456")));
        desk.later(Duration.ofSeconds(60));
        assertThat(desk.clave.requestAgain(login.handle())).isEqualTo(new NotSent(Reason.NOT_IN_FORCE));
        assertThat(desk.clave.verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.NOT_IN_FORCE));
        assertThat(desk.sms.calls()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "a level that is too low is told after the right datum alone, charges nothing and leaves the live login")
    void level() {
        Ready live = desk.ready(ANA);
        LoginRequest right = Desk.request(ANA).requiring(Level.ADVANCED);
        LoginRequest wrong =
                LoginRequest.of(ANA.typedNumber(), ANA.typedWrongContrast()).requiring(Level.ADVANCED);
        int writes = desk.encoded().writes();
        assertThat(desk.clave.identify(right)).isEqualTo(new Denied(Reason.LEVEL_TOO_LOW));
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.clave.identify(wrong)).isEqualTo(new Refused());
        assertThat(desk.clave.verify(live.handle(), live.pin())).isInstanceOf(Granted.class);
        assertThat(desk.clave.identify(Desk.request(FakePeople.EDURNE).requiring(Level.ADVANCED)))
                .isInstanceOf(Identified.class);
    }

    @Test
    @DisplayName("a refusal does not end the login that is open")
    void liveLogin() {
        Ready live = desk.ready(ANA);
        assertThat(desk.identifyWrongly(ANA)).isEqualTo(new Refused());
        assertThat(desk.clave.verify(live.handle(), live.pin())).isInstanceOf(Granted.class);
    }
}

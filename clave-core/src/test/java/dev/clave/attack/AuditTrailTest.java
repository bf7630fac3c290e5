package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.NotSent;
import dev.clave.PinSent;
import dev.clave.Reason;
import dev.clave.Refused;
import dev.clave.TryLater;
import dev.clave.attack.Desk.Ready;
import dev.clave.attack.Desk.Work;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.AuditEvent.Cause;
import dev.clave.spi.AuditEvent.IdentificationRefused;
import dev.clave.spi.AuditEvent.LoginCancelled;
import dev.clave.spi.AuditEvent.LoginOpened;
import dev.clave.spi.AuditEvent.PersonForgotten;
import dev.clave.spi.AuditEvent.PersonUnblocked;
import dev.clave.spi.AuditEvent.PinMade;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.AuditEvent.WrongPinGiven;
import dev.clave.spi.Language;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.LeakDetector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is remembered of each step, what is merely counted, and what is left of a person who is forgotten. */
class AuditTrailTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final Desk desk = new Desk();

    @Test
    @DisplayName("L07 one event for each step that was written, with the login, the person's pseudonym and the time")
    void wholeTrail() {
        LoginHandle login = desk.open(Desk.request(ANA).toSign("Alta", "text"));
        Instant start = desk.clock.instant();
        desk.obtain(login);
        desk.later(Duration.ofSeconds(60)).again(login);
        String pin = desk.pinOf(ANA);
        desk.clave.verify(login, pin, "other");
        desk.clave.verify(login, pin, "text");
        desk.identifyWrongly(ANA);
        LoginHandle next = desk.open(ANA);
        desk.clave.cancel(next);
        desk.clave.unblock(ANA.number(), "officer-7");
        desk.clave.forget(ANA.number(), "officer-8");

        Instant later = start.plusSeconds(60);
        String subject = desk.audit.events().get(0).subject();
        String first = desk.events(LoginOpened.class).get(0).login();
        String second = desk.events(LoginOpened.class).get(1).login();
        assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
        assertThat(desk.audit.events())
                .containsExactly(
                        new LoginOpened(subject, start, first, PurposeKind.SIGNATURE),
                        new PinMade(subject, start, first, Route.SMS, 1),
                        new PinMade(subject, later, first, Route.SMS, 2),
                        new WrongPinGiven(subject, later, first, 2, 1, false),
                        new AccessGranted(subject, later, first, Route.SMS, PurposeKind.SIGNATURE),
                        new IdentificationRefused(subject, later, Cause.WRONG_DATUM),
                        new LoginOpened(subject, later, second, PurposeKind.IDENTIFICATION),
                        new LoginCancelled(subject, later, second),
                        new PersonUnblocked(subject, later, "officer-7"),
                        new PersonForgotten(subject, later, "officer-8"));
    }

    @Test
    @DisplayName("L07 what writes nothing is counted and not recorded")
    void counted() {
        Ready login = desk.ready(ANA);
        LoginHandle unsent = desk.open(FakePeople.CAROL);
        int events = desk.audit.events().size();
        int writes = desk.encoded().writes();
        desk.clave.identify("nonsense", "x");
        desk.clave.obtainPin(login.handle());
        desk.clave.obtainPin(login.handle(), "nonsense");
        desk.clave.requestAgain(login.handle());
        desk.clave.requestAgain(unsent);
        desk.clave.status(login.handle());
        desk.clave.verify(login.handle(), "nonsense");
        desk.clave.verify(login.handle(), login.pin(), "text");
        desk.clave.verify(LoginHandle.of("garbage"), login.pin());
        desk.clave.cancel(LoginHandle.of("garbage"));

        assertThat(desk.audit.events()).hasSize(events);
        assertThat(desk.encoded().writes()).isEqualTo(writes);
        assertThat(desk.clave.counts())
                .containsEntry("identify.Identified", 2L)
                .containsEntry("identify.Mistyped", 1L)
                .containsEntry("obtainPin.PinSent", 2L)
                .containsEntry("obtainPin.Mistyped", 1L)
                .containsEntry("requestAgain.TryLater", 1L)
                .containsEntry("requestAgain.NotSent.NO_PIN_YET", 1L)
                .containsEntry("status.PinSent", 1L)
                .containsEntry("verify.Mistyped", 1L)
                .containsEntry("verify.Denied.OTHER_PURPOSE", 1L)
                .containsEntry("verify.Denied.NOT_CURRENT", 1L)
                .containsEntry("cancel.NOT_CURRENT", 1L)
                .hasSize(11);
    }

    @Test
    @DisplayName("L07 a failed socket is counted under its name")
    void countsFailures() {
        Ready login = desk.ready(ANA);
        desk.audit.failOnCall(1);
        assertThat(catchThrowable(() -> desk.clave.verify(login.handle(), login.pin())))
                .isNotNull();
        desk.registry.failOnCall(1);
        assertThat(catchThrowable(() -> desk.identify(ANA))).isNotNull();
        assertThat(desk.clave.counts())
                .containsEntry("verify.unavailable.AUDIT", 1L)
                .containsEntry("identify.unavailable.REGISTRY", 1L);
    }

    @Test
    @DisplayName("the cost of a login: for each step one look-up, one read, one write and one event; one message")
    void cost() {
        Work identify = desk.workOf(() -> desk.open(ANA));
        LoginHandle login = desk.open(FakePeople.CAROL);
        Work obtain = desk.workOf(() -> desk.obtain(login));
        Work verify = desk.workOf(() -> desk.clave.verify(login, desk.pinOf(FakePeople.CAROL)));
        assertThat(identify).isEqualTo(new Work(1, 1, 1, 1, 0));
        assertThat(obtain).isEqualTo(new Work(1, 1, 1, 1, 1));
        assertThat(verify).isEqualTo(new Work(1, 1, 1, 1, 0));
    }

    @Test
    @DisplayName("L06 forget: the login is over, counts stay, nothing names the person, and others are untouched")
    void forget() {
        Ready ana = desk.ready(ANA);
        Ready carol = desk.ready(FakePeople.CAROL);
        desk.missTimes(3, ana);
        for (int i = 0; i < 50; i++) {
            desk.identifyWrongly(ANA);
        }
        desk.clave.forget(ANA.number(), "officer-7");

        assertThat(desk.clave.status(ana.handle())).isEqualTo(new NotSent(Reason.NOT_CURRENT));
        assertThat(desk.clave.cancel(ana.handle())).isEqualTo(Reason.NOT_CURRENT);
        assertThat(desk.identify(ANA)).as("counts stay").isInstanceOf(TryLater.class);
        assertThat(desk.clave.status(carol.handle())).isInstanceOf(PinSent.class);
        new LeakDetector()
                .watch(ANA)
                .watch("subject", ANA.subject())
                .watch("handle", ana.handle().revealToken())
                .check(desk.encoded().entries(), desk.audit.events());
        assertThat(desk.audit.last(PersonForgotten.class).by()).isEqualTo("officer-7");
    }

    @Test
    @DisplayName("L06 a block and the row survive being forgotten")
    void forgetKeepsTheRow() {
        desk.missTimes(3, desk.ready(ANA));
        desk.clave.forget(ANA.number(), "officer-7");
        desk.later(Duration.ofHours(8)).missTimes(1, desk.ready(ANA));
        assertThat(desk.audit.last(WrongPinGiven.class).inARow()).isEqualTo(4);
    }

    @Test
    @DisplayName(
            "L06 the entry of a person whom nobody tried is gone after the clean-up; one with a row stays 400 days")
    void keeping() {
        desk.logIn(ANA);
        desk.missTimes(1, desk.ready(FakePeople.CAROL));
        desk.identify(FakePeople.ULISES);
        assertThat(desk.encoded().size()).isEqualTo(3);
        desk.later(Duration.ofDays(1).plusMinutes(10)).laterMillis(1);
        desk.encoded().forgetExpired(desk.clock.instant());
        assertThat(desk.encoded().size()).isEqualTo(1);
        desk.later(Duration.ofDays(399));
        desk.encoded().forgetExpired(desk.clock.instant());
        assertThat(desk.encoded().size()).isZero();
    }

    @Test
    @DisplayName("S09 a clean-up at any moment gives nothing back")
    void cleanUpGivesNothingBack() {
        for (int minute = 0; minute < 600; minute += 7) {
            Desk cleaned = new Desk();
            for (int i = 0; i < 50; i++) {
                cleaned.identifyWrongly(ANA);
            }
            cleaned.later(Duration.ofMinutes(minute));
            int before = answered(cleaned);
            Desk swept = new Desk();
            for (int i = 0; i < 50; i++) {
                swept.identifyWrongly(ANA);
            }
            swept.later(Duration.ofMinutes(minute)).encoded().forgetExpired(swept.clock.instant());
            assertThat(answered(swept)).isEqualTo(before);
        }
    }

    private static int answered(Desk desk) {
        int answered = 0;
        while (desk.identifyWrongly(ANA) instanceof Refused) {
            answered++;
        }
        return answered;
    }

    @Test
    @DisplayName("L07 two tenants, and two subject keys, know one person by different names")
    void pseudonyms() {
        desk.logIn(ANA);
        Desk other = desk.forTenant("other");
        assertThat(other.clave.identify(
                        LoginRequest.of(ANA.typedNumber(), ANA.typedContrast()).in(Language.EU)))
                .isInstanceOf(Identified.class);
        desk.keys.replaceSubject();
        desk.open(ANA);
        List<String> subjects = desk.events(LoginOpened.class).stream()
                .map(AuditEvent::subject)
                .distinct()
                .toList();
        assertThat(subjects).hasSize(3);
    }
}

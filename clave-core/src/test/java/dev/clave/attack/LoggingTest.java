package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.clave.Clave;
import dev.clave.ClaveUnavailableException;
import dev.clave.Field;
import dev.clave.JsonLinesAuditSink;
import dev.clave.LoginHandle;
import dev.clave.LoginRequest;
import dev.clave.MemoryPinStore;
import dev.clave.Mistyped;
import dev.clave.Origin;
import dev.clave.attack.Desk.Ready;
import dev.clave.identity.Problem;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.LeakDetector;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a whole working life leaves in logs, audit, counts, exceptions and texts of objects. */
class LoggingTest {
    private static final FakePerson ANA = FakePeople.ANA;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final LeakDetector leaks = new LeakDetector();
    private final List<Object> outcomes = new ArrayList<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = root.getLevel();
        root.detachAndStopAllAppenders();
        root.setLevel(Level.TRACE);
        logged.start();
        root.addAppender(logged);
        FakePeople.everybody().stream()
                .filter(person -> person != FakePeople.NOEL)
                .forEach(leaks::watch);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(logged);
        root.setLevel(before);
    }

    private List<Object> logs() {
        List<Object> texts = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(logged.list)) {
            texts.add(event.getLoggerName() + " " + event.getFormattedMessage());
            texts.add(Arrays.toString(event.getArgumentArray()));
            texts.add(event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                texts.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return texts;
    }

    private Ready watched(Ready login) {
        leaks.watch("handle", login.handle().revealToken()).watch("PIN", login.pin());
        return login;
    }

    private void attempt(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        if (thrown != null) {
            outcomes.add(thrown);
        }
    }

    private void say(Object outcome) {
        outcomes.add(outcome);
    }

    @Test
    @DisplayName(
            "L01 with every logger at TRACE a working life with every failure logs no PIN, handle, datum, number or phone")
    void nothingLeaks() throws UnknownHostException {
        Desk desk = new Desk();
        goodDay(desk);
        badDay(desk);
        brokenDay(desk);
        full();

        assertThat(logged.list).as("there was something to look at").hasSizeGreaterThan(3);
        leaks.check(
                logs(),
                desk.audit.events(),
                outcomes,
                desk.clave.counts(),
                desk.encoded().entries());
    }

    private void goodDay(Desk desk) throws UnknownHostException {
        for (FakePerson person : List.of(ANA, FakePeople.BREIXO, FakePeople.CAROL)) {
            Ready login = watched(desk.ready(person));
            say(desk.clave.status(login.handle()));
            desk.later(Duration.ofSeconds(60));
            say(desk.clave.requestAgain(login.handle()));
            leaks.watch("second PIN", desk.pinOf(person));
            say(desk.clave.verify(login.handle(), login.pin()));
            say(desk.clave.verify(login.handle(), desk.pinOf(person)));
        }
        LoginRequest signing = Desk.request(FakePeople.EDURNE)
                .from(Origin.of(InetAddress.getByName("192.0.2.77")))
                .toSign("Alta", "a very secret contract");
        leaks.watch("text", "a very secret contract").watch("address", "192.0.2.77");
        LoginHandle login = desk.open(signing);
        say(signing);
        say(desk.clave.obtainPin(login, "GATO"));
        leaks.watch("PIN to sign", desk.pinOf(FakePeople.EDURNE));
        say(desk.clave.verify(login, desk.pinOf(FakePeople.EDURNE), "a very secret contract"));
    }

    private void badDay(Desk desk) {
        for (FakePerson person : FakePeople.everybody()) {
            leaks.watch("wrong datum", person.typedWrongContrast());
            say(desk.identifyWrongly(person));
        }
        for (String typed : List.of(
                "99999018E", "99999018", "E00112233", "nobody@example.org", "x\r\nERROR y", "9".repeat(5_000))) {
            leaks.watch("mistyped number", typed);
            say(desk.clave.identify(typed, "15-03-2031"));
            say(desk.clave.identify("99999018D", typed));
        }
        Ready login = watched(desk.later(Duration.ofHours(3)).ready(ANA));
        for (String wrong : Pins.otherThan(login.pin(), 4)) {
            say(desk.clave.verify(login.handle(), wrong));
        }
        say(desk.clave.verify(login.handle(), "not a PIN"));
        say(desk.clave.verify(login.handle(), login.pin(), "another text"));
        say(desk.clave.verify(LoginHandle.of("garbage"), login.pin()));
        for (int day = 0; day < 32; day++) {
            desk.missTimes(3, watched(desk.later(Duration.ofHours(8)).ready(ANA)));
        }
        desk.missTimes(1, watched(desk.later(Duration.ofHours(8)).ready(ANA)));
        desk.sms.refuse(DeliveryResult.Reason.UNREACHABLE);
        say(desk.identify(ANA));
        desk.clave.unblock(ANA.number(), "officer-7");
        desk.clave.forget(ANA.number(), "officer-7");
        desk.sms.recover();
    }

    private void brokenDay(Desk desk) {
        Ready login = watched(desk.later(Duration.ofHours(8)).ready(FakePeople.CAROL));
        desk.registry.failAlways();
        everything(desk, login);
        desk.registry.recover();
        desk.audit.failAlways();
        everything(desk, login);
        desk.audit.recover();
        desk.keys.failAlways();
        everything(desk, login);
        desk.keys.recover();
        desk.sms.failAlways();
        everything(desk, login);
        desk.sms.recover();
    }

    private void everything(Desk desk, Ready login) {
        desk.later(Duration.ofSeconds(60));
        attempt(() -> say(desk.identify(FakePeople.CAROL)));
        attempt(() -> say(desk.clave.requestAgain(login.handle())));
        attempt(() -> say(desk.clave.verify(login.handle(), login.pin())));
        attempt(() -> say(desk.clave.obtainPin(desk.open(FakePeople.DIETER))));
    }

    /** A store that is full, keys that are ephemeral, and a channel that throws what it was given. */
    private void full() {
        leaks.watch("message of the channel", "cannot send");
        Clave clave = Clave.builder()
                .registry(FakeRegistry.withEverybody())
                .channel(Route.SMS, message -> {
                    throw new IllegalStateException("cannot send "
                            + message.text().reveal() + " to " + message.to().value());
                })
                .audit(event -> {})
                .keys(KeyRing.ephemeral())
                .store(MemoryPinStore.withCapacity(1, Clock.systemUTC()))
                .generator(Desk.GENERATOR)
                .build();
        attempt(() -> say(clave.obtainPin(Desk.handle(clave.identify("99999018D", "15-03-2031")))));
        attempt(() -> say(clave.identify("Z9999910K", "E00112233")));
        assertThat(outcomes).hasAtLeastOneElementOfType(ClaveUnavailableException.class);
    }

    @Test
    @DisplayName("L03 a number with a line end and a made-up line is no line of any log, and nothing of it comes back")
    void injection() {
        Desk desk = new Desk();
        String forged = "99999018D\r\nERROR forged";
        assertThat(desk.clave.identify(forged, "15-03-2031"))
                .isEqualTo(new Mistyped(Field.NUMBER, Problem.CONTROL_CHARACTER));
        desk.clave.identify("99999018D", forged);
        desk.clave.obtainPin(LoginHandle.of(forged), forged);
        desk.clave.verify(LoginHandle.of(forged), forged);
        assertThat(logs().toString()).doesNotContain("forged");
        assertThat(desk.audit.events()).isEmpty();
        assertThat(desk.clave.counts().toString()).doesNotContain("forged");
    }

    @Test
    @DisplayName("L03 an event is one line of the audit, whatever the host puts into it")
    void auditLines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Desk desk = Desk.with(builder -> builder.audit(new JsonLinesAuditSink(out)));
        desk.clave.unblock(ANA.number(), "x\",\"event\":\"AccessGranted");
        for (String forged : List.of("a\nb", "a\u2028b", "a\u202eb", "a\ud800b", "")) {
            assertThatThrownBy(() -> desk.clave.unblock(ANA.number(), forged))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        desk.logIn(ANA);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(4).allMatch(line -> line.startsWith("{\"event\":\"") && line.endsWith("}"));
        assertThat(text.lines().filter(line -> line.startsWith("{\"event\":\"AccessGranted\"")))
                .hasSize(1);
        leaks.watch("PIN", desk.pinOf(ANA)).check(text);
    }

    @Test
    @DisplayName("L07 counts have as many names as there are outcomes, whoever calls and whatever is typed")
    void counts() throws UnknownHostException {
        Desk desk = new Desk();
        goodDay(desk);
        badDay(desk);
        brokenDay(desk);
        Map<String, Long> first = desk.clave.counts();
        for (FakePerson person : FakePeople.crowd(300)) {
            desk.identify(person);
            desk.clave.identify(person.typedNumber() + "\n", "x");
            desk.clave.identify(person.typedNumber(), person.typedNumber());
        }
        assertThat(desk.clave.counts().keySet()).isEqualTo(first.keySet()).hasSizeLessThan(100);
        assertThat(first.keySet()).allMatch(name -> name.matches("[a-zA-Z]+(\\.[A-Za-z]+){0,2}(\\.[A-Z_]+)?"));
    }

    @Test
    @DisplayName("L07 an event names a person by 32 hexadecimal digits, and nothing else of it depends on who it is")
    void events() {
        Desk desk = new Desk();
        desk.logIn(ANA);
        desk.logIn(FakePeople.CAROL);
        List<AuditEvent> events = desk.audit.events();
        assertThat(events).hasSize(6).allMatch(event -> event.subject().matches("[0-9a-f]{32}"));
        assertThat(Set.copyOf(events.stream().map(AuditEvent::subject).toList()))
                .hasSize(2);
    }
}

package dev.clave.testkit;

import static dev.clave.testkit.Contracts.check;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an {@link AuditSink} must do, as tests: extend it, give it your sink, and say what it has remembered. */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class AuditSinkContract {
    private static final Instant AT = Instant.parse("2026-05-04T08:00:00.123Z");
    private static final String LOGIN = "00112233445566778899aabbccddeeff";

    /** For the class that extends this one. */
    protected AuditSinkContract() {}

    /**
     * The sink, without a record. Called once by each rule.
     *
     * @return the sink
     */
    protected abstract AuditSink sink();

    /**
     * What that sink has remembered, read where an auditor would read it: a line of a file, a row of a table.
     *
     * @return one text for each record, with all that is in it, the oldest first
     */
    protected abstract List<String> records();

    /**
     * A sink that cannot write: a full disk, a wrong port.
     *
     * @return empty unless overridden: the rule that needs it is skipped
     */
    protected Optional<AuditSink> brokenSink() {
        return Optional.empty();
    }

    /**
     * How many threads record at once.
     *
     * @return 8 unless overridden
     */
    protected int threads() {
        return 8;
    }

    @Test
    @DisplayName("Rule 01: every kind of event is remembered, once, when the call returns")
    final void rule01() {
        AuditSink sink = sink();
        int expected = 0;
        for (AuditEvent event : everyKind(subject(1))) {
            sink.record(event);
            expected++;
            check(
                    records().size() == expected,
                    "Rule 01: there must be one record more when record returns: flush it; after "
                            + event.getClass().getSimpleName());
        }
    }

    @Test
    @DisplayName("Rule 02: a record names the person's pseudonym and the login")
    final void rule02() {
        AuditSink sink = sink();
        everyKind(subject(2)).forEach(sink::record);
        List<String> records = records();
        for (int i = 0; i < records.size(); i++) {
            check(records.get(i).contains(subject(2)), "Rule 02: a record must contain the subject as it was given");
        }
        check(
                records.stream().filter(record -> record.contains(LOGIN)).count() == 6,
                "Rule 02: the record of an event of a login must contain the login's id as it was given");
    }

    @Test
    @DisplayName("Rule 03: different events have different records")
    final void rule03() {
        AuditSink sink = sink();
        List<AuditEvent> events = new ArrayList<>(everyKind(subject(3)));
        events.add(new AuditEvent.LoginCancelled(subject(3), AT.plusMillis(1), LOGIN));
        for (AuditEvent.Cause cause : AuditEvent.Cause.values()) {
            events.add(new AuditEvent.IdentificationRefused(subject(3), AT.plusSeconds(60), cause));
        }
        events.add(new AuditEvent.WrongPinGiven(subject(3), AT, LOGIN, 0, 9, true));
        events.forEach(sink::record);
        check(
                new HashSet<>(records()).size() == events.size(),
                "Rule 03: a record must say all that its event says: kind, time to the millisecond, cause, attempts");
    }

    @Test
    @DisplayName("Rule 04: records stand in the order in which they were made")
    final void rule04() {
        AuditSink sink = sink();
        for (int i = 0; i < 50; i++) {
            sink.record(new AuditEvent.LoginCancelled(subject(i), AT, LOGIN));
        }
        List<String> records = records();
        for (int i = 0; i < 50; i++) {
            check(
                    records.size() == 50 && records.get(i).contains(subject(i)),
                    "Rule 04: what one thread records must stand in that order");
        }
    }

    @Test
    @DisplayName("Rule 05: many at once are each remembered whole")
    final void rule05() {
        AuditSink sink = sink();
        int rounds = 20;
        try (Race race = new Race("Rule 05", threads())) {
            for (int round = 0; round < rounds; round++) {
                int first = round * threads();
                race.round(thread -> {
                    sink.record(new AuditEvent.PersonForgotten(subject(first + thread), AT, "b".repeat(100)));
                    return true;
                });
            }
        }
        List<String> records = records();
        String otherwise =
                "Rule 05: records of threads that record at once must neither be lost nor run into one another";
        check(records.size() == rounds * threads(), otherwise);
        for (int i = 0; i < rounds * threads(); i++) {
            String subject = subject(i);
            check(records.stream().filter(record -> record.contains(subject)).count() == 1, otherwise);
        }
    }

    @Test
    @DisplayName("Rule 06: no text of the host makes a second record")
    final void rule06() {
        AuditSink sink = sink();
        String forged = "clerk\"}\r\n{\"event\":\"AccessGranted\"}\u2028\u0000\u001b[2J' OR 1=1 --";
        sink.record(new AuditEvent.PersonUnblocked(subject(6), AT, forged));
        List<String> records = records();
        String otherwise =
                "Rule 06: escape what the host says: line breaks and control characters must not stand in a record as"
                        + " they are";
        check(records.size() == 1, otherwise);
        check(records.get(0).chars().noneMatch(c -> c == '\n' || c == '\r'), otherwise);
    }

    @Test
    @DisplayName("Rule 07: what could not be remembered is a throw")
    final void rule07() {
        AuditSink sink = Contracts.given(brokenSink(), "Rule 07", "brokenSink");
        check(
                Contracts.thrown(() -> sink.record(new AuditEvent.LoginCancelled(subject(7), AT, LOGIN)))
                        .isPresent(),
                "Rule 07: a sink that cannot write must throw, for what is not remembered must not be granted");
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is the rule
    @DisplayName("Rule 08: null is refused with a throw")
    final void rule08() {
        AuditSink sink = sink();
        AuditEvent nothing = null;
        check(
                Contracts.thrown(() -> sink.record(nothing)).isPresent(),
                "Rule 08: a null event must be refused with a throw");
    }

    private static String subject(int i) {
        return String.format(Locale.ROOT, "%032x", 0xABCDEF00L + i);
    }

    private static List<AuditEvent> everyKind(String subject) {
        return List.of(
                new AuditEvent.LoginOpened(subject, AT, LOGIN, AuditEvent.PurposeKind.SIGNATURE),
                new AuditEvent.IdentificationRefused(subject, AT, AuditEvent.Cause.WRONG_DATUM),
                new AuditEvent.PinMade(subject, AT, LOGIN, Route.SMS, 1),
                new AuditEvent.DeliveryFailed(subject, AT, LOGIN, Route.SMS, DeliveryResult.Reason.UNREACHABLE),
                new AuditEvent.WrongPinGiven(subject, AT, LOGIN, 2, 1, false),
                new AuditEvent.AccessGranted(subject, AT, LOGIN, Route.SMS, AuditEvent.PurposeKind.IDENTIFICATION),
                new AuditEvent.LoginCancelled(subject, AT, LOGIN),
                new AuditEvent.PersonUnblocked(subject, AT, "clerk"),
                new AuditEvent.PersonForgotten(subject, AT, "clerk"));
    }
}

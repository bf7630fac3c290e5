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
    private static final String DEVICE = "ffeeddccbbaa99887766554433221100";
    private static final String ANOTHER = "0123456789abcdeffedcba9876543210";

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
    @DisplayName("Rule 02: a record names the person's pseudonym, the login and the device")
    final void rule02() {
        AuditSink sink = sink();
        for (AuditEvent event : everyKind(subject(2))) {
            int before = records().size();
            sink.record(event);
            String record =
                    String.join("\n", records().subList(before, records().size()));
            for (String name : List.of(subject(2), LOGIN, DEVICE, ANOTHER)) {
                check(
                        record.contains(name) || !event.toString().contains(name),
                        "Rule 02: a record must contain the subject, the login and the devices of its event as they"
                                + " were given: "
                                + event.getClass().getSimpleName());
            }
        }
    }

    @Test
    @DisplayName("Rule 03: different events have different records")
    final void rule03() {
        AuditSink sink = sink();
        List<AuditEvent> events = new ArrayList<>(everyKind(subject(3)));
        events.addAll(otherValues(subject(3)));
        events.forEach(sink::record);
        check(
                new HashSet<>(records()).size() == events.size(),
                "Rule 03: a record must say all that its event says: kind, time to the millisecond, cause, attempts,"
                        + " route, purpose, generation, devices");
    }

    /** What differs from {@link #everyKind}, or from one another, in one thing. */
    private static List<AuditEvent> otherValues(String subject) {
        Instant later = AT.plusSeconds(60);
        List<AuditEvent> events = new ArrayList<>(List.of(
                new AuditEvent.LoginCancelled(subject, AT.plusMillis(1), LOGIN),
                new AuditEvent.WrongPinGiven(subject, AT, LOGIN, 0, 9, true),
                new AuditEvent.DeviceActivated(subject, AT, LOGIN, DEVICE, ""),
                new AuditEvent.DeviceActivated(subject, AT, LOGIN, ANOTHER, DEVICE),
                new AuditEvent.DeviceDeactivated(subject, AT, DEVICE, "device"),
                new AuditEvent.LoginDisowned(subject, AT, LOGIN, DEVICE, 2)));
        for (AuditEvent.Cause cause : AuditEvent.Cause.values()) {
            events.add(new AuditEvent.IdentificationRefused(subject, later, cause));
        }
        for (AuditEvent.PurposeKind purpose : AuditEvent.PurposeKind.values()) {
            events.add(new AuditEvent.LoginOpened(subject, later, LOGIN, purpose));
            events.add(new AuditEvent.AccessGranted(subject, later, LOGIN, Route.APP, purpose));
        }
        for (Route route : Route.values()) {
            events.add(new AuditEvent.PinMade(subject, later, LOGIN, route, 1));
            events.add(new AuditEvent.PinRerouted(subject, later, LOGIN, route, 1));
        }
        return events;
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

    static List<AuditEvent> everyKind(String subject) {
        return List.of(
                new AuditEvent.LoginOpened(subject, AT, LOGIN, AuditEvent.PurposeKind.SIGNATURE),
                new AuditEvent.IdentificationRefused(subject, AT, AuditEvent.Cause.WRONG_DATUM),
                new AuditEvent.PinMade(subject, AT, LOGIN, Route.SMS, 1),
                new AuditEvent.PinRerouted(subject, AT, LOGIN, Route.SMS, 1),
                new AuditEvent.DeliveryFailed(subject, AT, LOGIN, Route.SMS, DeliveryResult.Reason.UNREACHABLE),
                new AuditEvent.WrongPinGiven(subject, AT, LOGIN, 2, 1, false),
                new AuditEvent.AttemptTooLate(subject, AT, LOGIN),
                new AuditEvent.AccessGranted(subject, AT, LOGIN, Route.SMS, AuditEvent.PurposeKind.IDENTIFICATION),
                new AuditEvent.DeviceActivated(subject, AT, LOGIN, DEVICE, ANOTHER),
                new AuditEvent.DeviceDeactivated(subject, AT, DEVICE, "clerk"),
                new AuditEvent.LoginDisowned(subject, AT, LOGIN, DEVICE, 1),
                new AuditEvent.LoginCancelled(subject, AT, LOGIN),
                new AuditEvent.PersonUnblocked(subject, AT, "clerk"),
                new AuditEvent.PersonForgotten(subject, AT, "clerk"));
    }
}

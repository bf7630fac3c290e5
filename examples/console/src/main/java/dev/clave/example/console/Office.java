package dev.clave.example.console;

import dev.clave.Clave;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Person;
import dev.clave.spi.Route;
import dev.clave.testkit.FakePhone;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.util.List;

/**
 * The host: who is registered, how an SMS goes out, what is remembered, and the clave that stands on them. Here all of it is simulated; a
 * real host has its own registry, gateway and audit log in the same places, keys that outlive the process, and needs no clock.
 */
final class Office {
    private final FakeRegistry people = FakeRegistry.withEverybody();
    private final FakeSmsGateway smsGateway = new FakeSmsGateway();
    private final RecordingAudit auditLog = new RecordingAudit();
    private final DemoClock clock;
    private final Clave clave;

    Office(DemoClock clock) {
        this.clock = clock;
        this.clave = Clave.builder()
                .registry(people)
                .channel(Route.SMS, smsGateway)
                .audit(auditLog)
                .keys(KeyRing.ephemeral())
                .clock(clock)
                .organisation("Demo")
                .build();
    }

    Clave clave() {
        return clave;
    }

    DemoClock clock() {
        return clock;
    }

    /** The phone that lies beside the screen: only a simulation can look at it. */
    FakePhone phoneOf(IdentityNumber number) {
        return people.find(number)
                .flatMap(Person::phone)
                .map(smsGateway::phoneOf)
                .orElseThrow();
    }

    /** How many events there have been. */
    int audited() {
        return auditLog.events().size();
    }

    /** The events after the first so many. */
    List<AuditEvent> auditedSince(int mark) {
        List<AuditEvent> events = auditLog.events();
        return events.subList(mark, events.size());
    }
}

package dev.clave.example.console;

import dev.clave.Clave;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Person;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakePhone;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host: who is registered, how an SMS goes out, who has the app, what is remembered, and the clave that stands on them. Here all of it is simulated; a
 * real host has its own registry, gateway and audit log in the same places, keys that outlive the process, and needs no clock.
 */
final class Office {
    private static final String DEVICE = "Pixel 9";

    private final FakeRegistry people = FakeRegistry.withEverybody();
    private final FakeSmsGateway smsGateway = new FakeSmsGateway();
    private final RecordingAudit auditLog = new RecordingAudit();
    private final Map<IdentityNumber, FakeDevice> apps = new HashMap<>();
    private final DemoClock clock;
    private final Clave clave;

    Office(DemoClock clock) {
        this.clock = clock;
        this.clave = Clave.builder()
                .registry(people)
                .channel(Route.SMS, smsGateway)
                .devices(new FakeDeviceRegistry())
                .channel(Route.APP, new FakePushGateway())
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

    /** A phone on which the app has just been installed. */
    FakeDevice newApp() {
        return new FakeDevice(DEVICE, clock, clave.devices()::answer);
    }

    /** From now on it is that person's. */
    void handOver(IdentityNumber number, FakeDevice device) {
        apps.put(number, device);
    }

    /** The phone on which that person has the app. */
    Optional<FakeDevice> appOf(IdentityNumber number) {
        return Optional.ofNullable(apps.get(number));
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

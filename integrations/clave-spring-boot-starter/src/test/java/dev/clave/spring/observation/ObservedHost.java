package dev.clave.spring.observation;

import dev.clave.AccessOutcome;
import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.Identified;
import dev.clave.LoginHandle;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePeople;
import dev.clave.testkit.FakePerson;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.RecordingAudit;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A host whose sockets are observed, and all that an operator sees of it. */
final class ObservedHost {
    final FakeClock clock = new FakeClock();
    final FakeRegistry registry = FakeRegistry.withEverybody();
    final FakeSmsGateway sms = new FakeSmsGateway();
    final FakePushGateway push = new FakePushGateway();
    final FakeDeviceRegistry devices = new FakeDeviceRegistry();
    final RecordingAudit audit = new RecordingAudit();
    final LeakDetector leaks = new LeakDetector();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final List<Observation.Context> seen = new CopyOnWriteArrayList<>();

    private final ObservationRegistry observations = ObservationRegistry.create();

    ObservedHost() {
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        observations.observationConfig().observationHandler(new Recorder(seen));
    }

    private record Recorder(List<Observation.Context> seen) implements ObservationHandler<Observation.Context> {
        @Override
        public void onStop(Observation.Context context) {
            seen.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }

    Clave clave() {
        return clave(new FakePinStore(), registry, sms, audit, devices);
    }

    Clave clave(
            PinStore store, PersonRegistry people, DeliveryChannel channel, AuditSink sink, DeviceRegistry activated) {
        ObservedSockets observed = new ObservedSockets(observations);
        return Clave.builder()
                .registry(observed.registry(people))
                .store(observed.store(store))
                .channel(Route.SMS, observed.channel(Route.SMS, channel))
                .channel(Route.APP, observed.channel(Route.APP, push))
                .devices(observed.devices(activated))
                .audit(observed.audit(sink))
                .keys(FakeKeyRing.fixed())
                .clock(clock)
                .build();
    }

    LoginHandle open(Clave clave, FakePerson person) {
        leaks.watch(person).watch("subject", person.subject());
        Identified login = (Identified) clave.identify(person.typedNumber(), person.typedContrast());
        leaks.watch("handle", login.handle().revealToken());
        return login.handle();
    }

    AccessOutcome login(Clave clave, FakePerson person) {
        LoginHandle handle = open(clave, person);
        clave.obtainPin(handle);
        String pin = sms.phoneOf(person).lastPin();
        leaks.watch("PIN", pin);
        clave.verify(handle, pin.equals("AAAAAA") ? "BBBBBB" : "AAAAAA");
        AccessOutcome outcome = clave.verify(handle, pin);
        if (outcome instanceof Granted granted) {
            leaks.watch("token", granted.browser().revealToken());
        }
        return outcome;
    }

    /** What was observed, as {@code name{key=value, ...}}. */
    Set<String> observed() {
        Set<String> texts = new TreeSet<>();
        for (Observation.Context context : seen) {
            TreeSet<String> pairs = new TreeSet<>();
            context.getLowCardinalityKeyValues().forEach(pair -> pairs.add(pair.getKey() + "=" + pair.getValue()));
            texts.add(context.getName() + pairs);
        }
        return texts;
    }

    /** What was metered. */
    Set<Meter.Id> metered() {
        Set<Meter.Id> ids = new HashSet<>();
        meters.getMeters().forEach(meter -> ids.add(meter.getId()));
        return ids;
    }

    /** Fails if any of it is about a person. */
    void checkForLeaks() {
        leaks.watch(FakePeople.ANA);
        Set<Object> told = new HashSet<>(observed());
        for (Observation.Context context : seen) {
            told.add(String.valueOf(context));
            told.add(String.valueOf(context.getContextualName()));
            told.add(String.valueOf(context.getAllKeyValues()));
            @Nullable Throwable error = context.getError();
            if (error != null) {
                told.add(error);
            }
        }
        leaks.check(told, metered());
    }
}

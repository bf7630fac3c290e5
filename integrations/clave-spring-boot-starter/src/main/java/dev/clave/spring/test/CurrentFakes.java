package dev.clave.spring.test;

import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeDeviceRegistry;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakePushGateway;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import dev.clave.testkit.SteppingStore;

/** The fakes of the test that is running. A context outlives a test, so what it holds asks here each time. */
final class CurrentFakes {
    private volatile Fakes current = Fakes.fresh();

    /** All of them. */
    record Fakes(
            FakeRegistry registry,
            FakeSmsGateway sms,
            FakePushGateway push,
            FakeDeviceRegistry devices,
            RecordingAudit audit,
            FakeClock clock,
            FakeKeyRing keys,
            FakePinStore kept,
            SteppingStore store) {

        static Fakes fresh() {
            FakePinStore kept = new FakePinStore();
            return new Fakes(
                    FakeRegistry.withEverybody(),
                    new FakeSmsGateway(),
                    new FakePushGateway(),
                    new FakeDeviceRegistry(),
                    new RecordingAudit(),
                    new FakeClock(),
                    FakeKeyRing.fixed(),
                    kept,
                    new SteppingStore(kept));
        }
    }

    Fakes get() {
        return current;
    }

    void renew() {
        current = Fakes.fresh();
    }
}

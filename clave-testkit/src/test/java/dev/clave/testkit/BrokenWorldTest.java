package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Language;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.SteppingStore.Step;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BrokenWorldTest {
    final FakeClock clock = new FakeClock();
    final FakeRegistry people = FakeRegistry.withEverybody();
    final FakeSmsGateway sms = new FakeSmsGateway();
    final SteppingStore store = new SteppingStore();
    final RecordingAudit audit = new RecordingAudit();

    @Test
    void the_world_breaks_when_it_is_told_to() {
        clock.advance(Duration.ofMinutes(10));
        people.change(FakePeople.ANA, person -> person.withPhone(FakePeople.HUGO.phone()));
        sms.refuse(DeliveryResult.Reason.UNREACHABLE);
        store.failAfterWrite(1); // the next write is committed, and its answer lost
        audit.failOnCall(2);

        assertThat(people.find(FakePeople.ANA.number()).orElseThrow().phone()).contains(FakePeople.HUGO.phone());
    }

    @Test
    void the_slower_of_two_is_told_so() {
        EntryKey key = new EntryKey(1, 2);
        store.add(key, entry(1));
        StoredEntry seen = store.read(key).orElseThrow();

        Gate gate = store.pauseBefore(Step.WRITE);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> store.replace(key, seen, entry(2)));
        gate.awaitArrival(); // it has read, and is about to write
        assertThat(store.replace(key, seen, entry(3))).isTrue();
        gate.release();
        assertThat(slow.join()).isFalse();
    }

    @Test
    void nothing_leaks() {
        sms.deliver(pinMessage());
        audit.record(new AuditEvent.LoginCancelled("subject", clock.instant(), "login"));

        LeakDetector leaks = new LeakDetector().watch(FakePeople.ANA);
        leaks.watch("PIN", sms.phoneOf(FakePeople.ANA).lastPin());
        leaks.check(audit.events(), sms, sms.sent(), people);
    }

    private static StoredEntry entry(long version) {
        return StoredEntry.of(version, FakeClock.START, new byte[0]);
    }

    private static PinMessage pinMessage() {
        Secret text = Secret.of("Your PIN is KX3QPA.");
        return new PinMessage(
                new SendId("1"), FakePeople.ANA.phone(), Language.ES, text, Secret.of("KX3QPA"), FakeClock.START);
    }
}

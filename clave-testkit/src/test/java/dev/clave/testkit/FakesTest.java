package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.identity.IdentityNumber;
import dev.clave.identity.TypedContrast;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.EntryKey;
import dev.clave.spi.HostKey;
import dev.clave.spi.Language;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.SteppingStore.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakesTest {
    private static final EntryKey KEY = new EntryKey(1, 2);

    private final FakeSmsGateway gateway = new FakeSmsGateway();
    private final FakePhone phone = gateway.phoneOf(FakePeople.ANA);

    private static PinMessage message(String id, String text) {
        return new PinMessage(
                new SendId(id),
                FakePeople.ANA.phone(),
                Language.ES,
                Secret.of(text),
                Secret.of("KX3QPA"),
                FakeClock.START);
    }

    private static StoredEntry entry(long version) {
        return StoredEntry.of(version, FakeClock.START, new byte[] {(byte) version});
    }

    @Test
    void a_clock_stands_still_until_it_is_moved() {
        FakeClock clock = new FakeClock();
        assertThat(clock.instant()).isEqualTo("2026-05-04T08:00:00Z");
        clock.advance(Duration.ofMinutes(10)).advance(Duration.ofMillis(1));
        assertThat(clock.millis()).isEqualTo(FakeClock.START.toEpochMilli() + 600_001);
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.set(FakeClock.START.minusSeconds(1)).instant()).isBefore(FakeClock.START);
    }

    @Test
    void people_type_what_is_on_their_documents() {
        List<FakePerson> people = new ArrayList<>(FakePeople.everybody());
        people.add(FakePeople.ULISES);
        people.addAll(FakePeople.crowd(900));
        Set<IdentityNumber> numbers = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        for (FakePerson person : people) {
            IdentityNumber number =
                    IdentityNumber.parse(person.typedNumber()).accepted().orElseThrow();
            assertThat(numbers.add(number)).as(person.name()).isTrue();
            assertThat(subjects.add(person.subject())).as(person.name()).isTrue();
            assertThat(number.value()).matches("99999[0-9]{3}[A-Z]|Z99999[0-9]{2}[A-Z]");
            assertThat(matches(number, person.typedContrast(), person)).isTrue();
            assertThat(matches(number, person.typedWrongContrast(), person)).isFalse();
            new LeakDetector()
                    .watch(person.number())
                    .watch(person.person().contrast())
                    .check(person, person.subject());
        }
        assertThat(FakePeople.ANA.typedContrast()).isEqualTo("15-03-2031");
        assertThatThrownBy(FakePeople.NOEL::phone).isInstanceOf(NoSuchElementException.class);
    }

    private static boolean matches(IdentityNumber number, String typed, FakePerson person) {
        return TypedContrast.parse(number, typed)
                .accepted()
                .orElseThrow()
                .matches(person.person().contrast());
    }

    @Test
    void a_registry_changes_under_the_eyes_of_whoever_asks() {
        FakeRegistry registry = FakeRegistry.of(FakePeople.ANA);
        registry.change(FakePeople.ANA, person -> person.withStatus(Person.Status.REVOKED));
        assertThat(registry.find(FakePeople.ANA.number()).orElseThrow().status())
                .isEqualTo(Person.Status.REVOKED);
        registry.remove(FakePeople.ANA);
        assertThat(registry.find(FakePeople.ANA.number())).isEmpty();
        assertThatThrownBy(() -> registry.change(FakePeople.ANA, Person::withoutPhone))
                .isInstanceOf(NoSuchElementException.class);
        registry.failOnCall(2);
        registry.find(FakePeople.ANA.number());
        assertThatThrownBy(() -> registry.find(FakePeople.ANA.number())).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(registry.find(FakePeople.ANA.number())).isEmpty();
        assertThat(registry.calls()).isEqualTo(5);
    }

    @Test
    void a_phone_shows_the_last_text_and_the_last_pin() {
        gateway.deliver(message("1", "clave: KX3QPA"));
        assertThat(phone.lastText()).isEqualTo("clave: KX3QPA");
        assertThat(phone.lastPin()).isEqualTo("KX3QPA");
        assertThat(phone.received()).isOne();
        assertThat(gateway.phoneOf(PhoneNumber.of("+34600000099")).messages()).isEmpty();
    }

    @Test
    void a_phone_without_a_message_says_so() {
        assertThatThrownBy(phone::lastPin).isInstanceOf(AssertionError.class).hasMessageContaining("******018");
    }

    @Test
    void the_same_message_arrives_once() {
        gateway.deliver(message("1", "clave: KX3QPA"));
        assertThat(gateway.deliver(message("1", "clave: KX3QPA"))).isEqualTo(DeliveryResult.accepted());
        assertThat(phone.received()).isOne();
    }

    @Test
    void another_message_with_a_known_send_id_fails_then_and_ever_after() {
        gateway.deliver(message("1", "clave: KX3QPA"));
        assertThatThrownBy(() -> gateway.deliver(message("1", "clave! KX3QPA"))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(phone::lastText).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no PIN", "xKX3QPA", "KX3QPA á", "KX3QPA Ł", "KX3QPA 😀", ""})
    void a_bad_text_fails(String text) {
        assertThatThrownBy(() -> gateway.deliver(message("1", text))).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_segment_has_160_septets_and_a_euro_sign_takes_two() {
        gateway.deliver(message("1", "KX3QPA " + "é".repeat(153)));
        gateway.deliver(message("2", "KX3QPA " + "é".repeat(151) + "€"));
        assertThatThrownBy(() -> gateway.deliver(message("3", "KX3QPA " + "é".repeat(152) + "€")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("161");
    }

    @Test
    void a_gateway_refuses_fails_and_recovers() {
        gateway.refuse(DeliveryResult.Reason.OVER_LIMIT);
        assertThat(gateway.deliver(message("1", "KX3QPA")))
                .isEqualTo(DeliveryResult.refused(DeliveryResult.Reason.OVER_LIMIT));
        gateway.recover();
        gateway.failOnCall(1);
        assertThatThrownBy(() -> gateway.deliver(message("2", "KX3QPA"))).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(phone.received()).isZero();
        assertThat(gateway.calls()).isEqualTo(2);
    }

    @Test
    void a_gateway_hangs_until_it_is_let_go() {
        Gate gate = gateway.hang();
        CompletableFuture<DeliveryResult> slow =
                CompletableFuture.supplyAsync(() -> gateway.deliver(message("1", "KX3QPA")));
        gate.awaitArrival();
        assertThat(phone.received()).isZero();
        gate.release();
        assertThat(slow.join()).isEqualTo(DeliveryResult.accepted());
        assertThat(phone.received()).isOne();
    }

    @Test
    void a_gateway_sends_and_then_hangs() {
        Gate gate = gateway.sendThenHang();
        CompletableFuture<DeliveryResult> slow =
                CompletableFuture.supplyAsync(() -> gateway.deliver(message("1", "KX3QPA")));
        gate.awaitArrival();
        assertThat(phone.received()).isOne();
        assertThat(slow).isNotDone();
        gateway.recover();
        assertThat(slow.join()).isEqualTo(DeliveryResult.accepted());
    }

    @Test
    void a_store_counts_can_be_read_tampered_with_and_cleaned_up() {
        FakePinStore store = new FakePinStore();
        store.add(KEY, entry(1));
        assertThat(store.read(KEY).orElseThrow().content()).containsExactly(1);
        store.overwrite(KEY, entry(9));
        assertThat(store.read(KEY).orElseThrow().version()).isEqualTo(9);
        assertThat(store.entries()).containsOnlyKeys(KEY);
        assertThat(store.forgetExpired(FakeClock.START)).isZero();
        assertThat(store.forgetExpired(FakeClock.START.plusMillis(1))).isOne();
        assertThat(store.size()).isZero();
        assertThat(store.reads()).isEqualTo(2);
        assertThat(store.writes()).isOne();
    }

    @Test
    void a_store_refuses_what_no_store_should_be_given() {
        FakePinStore store = new FakePinStore();
        store.add(KEY, entry(2));
        assertThatThrownBy(() -> store.replace(KEY, entry(2), entry(2))).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> store.add(KEY, StoredEntry.of(1, FakeClock.START, new byte[2_001])))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> store.add(KEY, StoredEntry.of(1, FakeClock.START.plusNanos(1), new byte[1])))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_stepping_store_stops_one_thread_and_lets_another_pass() {
        SteppingStore store = new SteppingStore();
        store.add(KEY, entry(1));
        StoredEntry seen = store.read(KEY).orElseThrow();
        Gate gate = store.pauseBefore(Step.WRITE);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> store.replace(KEY, seen, entry(2)));
        gate.awaitArrival();
        assertThat(store.replace(KEY, seen, entry(3))).isTrue();
        gate.release();
        assertThat(slow.join()).isFalse();
    }

    @Test
    void a_stepping_store_runs_something_in_between() {
        SteppingStore store = new SteppingStore();
        store.add(KEY, entry(1));
        store.afterNext(Step.READ, () -> store.replace(KEY, entry(1), entry(2)));
        StoredEntry seen = store.read(KEY).orElseThrow();
        assertThat(store.replace(KEY, seen, entry(3))).isFalse();
    }

    @Test
    void a_stepping_store_fails_before_or_after_the_write() {
        FakePinStore inner = new FakePinStore();
        SteppingStore store = new SteppingStore(inner);
        store.failBeforeWrite(1);
        store.failAfterWrite(2);
        assertThatThrownBy(() -> store.add(KEY, entry(1))).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(inner.size()).isZero();
        assertThatThrownBy(() -> store.add(KEY, entry(1))).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(inner.size()).isOne();
        store.failOnRead(1);
        assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(store.read(KEY)).isPresent();
        assertThat(store.reads()).isEqualTo(2);
        assertThat(store.writes()).isEqualTo(2);
    }

    @Test
    void an_audit_gives_the_last_event_of_a_kind() {
        RecordingAudit audit = new RecordingAudit();
        audit.record(new AuditEvent.LoginCancelled("a", FakeClock.START, "login"));
        audit.record(new AuditEvent.LoginCancelled("b", FakeClock.START, "login"));
        assertThat(audit.last(AuditEvent.LoginCancelled.class).subject()).isEqualTo("b");
        assertThatThrownBy(() -> audit.last(AuditEvent.PinMade.class)).isInstanceOf(AssertionError.class);
        audit.failAlways();
        assertThatThrownBy(() -> audit.record(new AuditEvent.LoginCancelled("c", FakeClock.START, "login")))
                .isInstanceOf(BrokenOnPurposeException.class);
        audit.recover();
        assertThat(audit.events()).hasSize(2);
    }

    @Test
    void a_key_ring_turns_in_three_steps() {
        FakeKeyRing ring = FakeKeyRing.fixed();
        assertThat(FakeKeyRing.fixed().current()).isEqualTo(ring.current());
        assertThat(FakeKeyRing.random().current()).isNotEqualTo(ring.current());
        HostKey old = ring.current();
        HostKey next = ring.announceNext();
        assertThat(ring.current()).isEqualTo(old);
        assertThat(ring.find(next.id())).contains(next);
        assertThat(ring.rotate()).isEqualTo(next).isEqualTo(ring.current());
        assertThat(ring.find(old.id())).contains(old);
        ring.retireOld();
        assertThat(ring.find(old.id())).isEmpty();
        assertThat(ring.replaceSubject()).isEqualTo(ring.subject());
    }
}

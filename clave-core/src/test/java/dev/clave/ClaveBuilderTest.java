package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.KeyRing;
import dev.clave.spi.Language;
import dev.clave.spi.Route;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.FakeRegistry;
import dev.clave.testkit.FakeSmsGateway;
import dev.clave.testkit.RecordingAudit;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaveBuilderTest {
    private static final PinPolicy CLAVE_PIN = PinPolicy.builder(Preset.CLAVE_PIN)
            .acknowledge(Risk.UNDER_TWENTY_BITS)
            .build();

    private static ClaveBuilder complete() {
        return Clave.builder()
                .registry(FakeRegistry.withEverybody())
                .channel(Route.SMS, new FakeSmsGateway())
                .audit(new RecordingAudit())
                .keys(FakeKeyRing.fixed());
    }

    @Test
    void lists_all_that_is_missing_in_one_message() {
        assertThatThrownBy(() -> Clave.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("registry(...)")
                .hasMessageContaining("channel(Route.SMS, ...)")
                .hasMessageContaining("audit(...)")
                .hasMessageContaining("KeyRing.ephemeral()");
    }

    @Test
    void needs_no_more_than_four_things() {
        assertThatCode(() -> complete().build()).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("G07 so few PINs want a store that is named")
    void a_small_space_wants_a_named_store() {
        assertThatThrownBy(() -> complete().policy(CLAVE_PIN).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("store(...)");
        assertThatCode(() -> complete()
                        .policy(CLAVE_PIN)
                        .store(MemoryPinStore.create())
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("a store in memory by another clock, which would end entries and budgets early, is refused at once")
    void a_store_by_another_clock() {
        FakeClock clock = new FakeClock();
        assertThatThrownBy(() -> complete()
                        .clock(clock)
                        .store(MemoryPinStore.withCapacity(100))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("withCapacity(capacity, clock)");
        assertThatThrownBy(() -> complete()
                        .store(MemoryPinStore.withCapacity(100, clock))
                        .build())
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> complete()
                        .clock(clock)
                        .store(MemoryPinStore.withCapacity(100, clock))
                        .build())
                .doesNotThrowAnyException();
        assertThatCode(() -> complete()
                        .clock(Clock.systemUTC())
                        .store(MemoryPinStore.create())
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("K04 ephemeral keys go with the store in memory alone")
    void ephemeral_keys_beside_another_store() {
        assertThatThrownBy(() -> complete()
                        .keys(KeyRing.ephemeral())
                        .store(new FakePinStore())
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ephemeral");
    }

    @Test
    @DisplayName("D09 an organisation, a site or a tenant that does not fit is refused at once")
    void what_does_not_fit() {
        assertThatThrownBy(() -> complete()
                        .organisation("Agencia\r\nPIN 123456")
                        .tenant("x".repeat(65))
                        .build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenant")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").doesNotContain("PIN 123456"));
        assertThatThrownBy(() -> complete().site("https://example.org/").build())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> complete().organisation("x".repeat(500)).build())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_null_is_named() {
        assertThatThrownBy(() -> Clave.builder().registry(nothing()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("registry");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @Test
    void gives_sentences_of_its_own_time_and_zone() {
        FakeClock clock = new FakeClock();
        Sentences sentences = complete()
                .clock(clock)
                .zone(ZoneId.of("Atlantic/Canary"))
                .build()
                .sentences(Language.EN);
        assertThat(sentences.of(new TryLater(FakeClock.START.plusSeconds(60))))
                .contains("09:01")
                .doesNotContain("2026");
    }

    @Test
    void names_a_person_as_the_audit_does() {
        RecordingAudit audit = new RecordingAudit();
        Clave clave = complete().audit(audit).build();
        clave.identify("99999018D", "15-03-2031");
        assertThat(audit.events().get(0).subject()).isEqualTo(clave.pseudonymOf(IdentityNumber.of("99999018D")));
    }
}

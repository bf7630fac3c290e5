package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.testkit.FakeDeviceRegistry.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FakeDeviceRegistryTest {
    private static final IdentityNumber ANA = FakePeople.ANA.number();

    private final FakeDeviceRegistry registry = new FakeDeviceRegistry();

    static Device device(long id) {
        return device(id, FakeClock.START);
    }

    private static Device device(long id, Instant activatedAt) {
        byte[] sealing = new byte[DeviceKeys.BYTES];
        byte[] signing = new byte[DeviceKeys.BYTES];
        sealing[0] = 4;
        signing[0] = 4;
        signing[1] = 1;
        return new Device(
                new DeviceId(0, id), DeviceKeys.of(sealing, signing), "Pixel 9", Optional.empty(), activatedAt);
    }

    @Test
    void it_can_be_looked_at_without_a_call() {
        assertThat(registry.activeOf(FakePeople.ANA)).isEmpty();
        registry.activate(ANA, device(1), null);
        registry.find(ANA);
        registry.failAlways();
        assertThat(registry.activeOf(FakePeople.ANA)).contains(device(1));
        assertThat(registry.activeOf(FakePeople.BREIXO)).isEmpty();
        assertThat(registry.calls()).isEqualTo(2);
        assertThat(registry).hasToString("FakeDeviceRegistry[1 devices]");
    }

    @Test
    void it_fails_before_or_after_the_write_and_recovers() {
        registry.failOnCall(1);
        assertThatThrownBy(() -> registry.activate(ANA, device(1), null)).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(registry.activeOf(FakePeople.ANA)).isEmpty();
        registry.failAfterWrite(1);
        assertThatThrownBy(() -> registry.activate(ANA, device(1), null)).isInstanceOf(BrokenOnPurposeException.class);
        assertThat(registry.activeOf(FakePeople.ANA)).contains(device(1));
        registry.failAlways();
        registry.failAfterWrite(1);
        assertThatThrownBy(() -> registry.find(ANA)).isInstanceOf(BrokenOnPurposeException.class);
        registry.recover();
        assertThat(registry.deactivate(ANA, device(1).id())).isTrue();
        assertThat(registry.calls()).isEqualTo(4);
    }

    @Test
    void it_stops_one_thread_and_lets_another_pass() {
        Gate gate = registry.pauseBefore(Step.ACTIVATE);
        CompletableFuture<Boolean> slow = CompletableFuture.supplyAsync(() -> registry.activate(ANA, device(1), null));
        gate.awaitArrival();
        assertThat(registry.activate(ANA, device(2), null)).isTrue();
        gate.release();
        assertThat(slow.join()).isFalse();
        assertThat(registry.activeOf(FakePeople.ANA)).contains(device(2));
    }

    @Test
    void it_runs_something_before_a_step() {
        registry.activate(ANA, device(1), null);
        registry.beforeNext(Step.FIND, () -> registry.deactivate(ANA, device(1).id()));
        assertThat(registry.find(ANA)).isEmpty();
        registry.beforeNext(Step.DEACTIVATE, () -> registry.activate(ANA, device(2), null));
        assertThat(registry.deactivate(ANA, device(2).id())).isTrue();
        assertThat(registry.activeOf(FakePeople.ANA)).isEmpty();
    }

    @Test
    void an_id_is_given_once() {
        registry.activate(ANA, device(1), null);
        registry.deactivate(ANA, device(1).id());
        assertThatThrownBy(() -> registry.activate(ANA, device(1), null)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> registry.activate(FakePeople.BREIXO.number(), device(1), null))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void an_activation_that_came_to_nothing_may_come_again() {
        assertThat(registry.activate(ANA, device(1), device(2).id())).isFalse();
        assertThat(registry.activate(ANA, device(1), null)).isTrue();
    }

    @Test
    void a_device_is_activated_at_a_whole_number_of_milliseconds() {
        assertThatThrownBy(() -> registry.activate(ANA, device(1, FakeClock.START.plusNanos(1)), null))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is what is tested
    void a_step_is_named() {
        assertThatNullPointerException().isThrownBy(() -> registry.pauseBefore(null));
    }
}

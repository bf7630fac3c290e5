package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 10 to 19: what activate and deactivate compare, and what they change. */
abstract class DeviceRegistryChangeRules extends DeviceRegistryValueRules {

    @Test
    @DisplayName("Rule 10: activate is false when none is named and one is active, and leaves it")
    final void rule10() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 10);
        Device active = device();
        first(registry, person, active, "Rule 10");
        String otherwise = "Rule 10: activate that names no device must be false when one is active, the very same"
                + " included, and leave it: insert, never an upsert";
        check(!registry.activate(person, device(), null), otherwise);
        isActive(registry, person, active, otherwise);
        check(!registry.activate(person, active, null), otherwise);
        isActive(registry, person, active, otherwise);
    }

    @Test
    @DisplayName("Rule 11: activate takes the place of the device that it names, with all that the new one has")
    final void rule11() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 11);
        Device old = device();
        first(registry, person, old, "Rule 11");
        Device fresh = device();
        Device later = new Device(
                fresh.id(),
                fresh.keys(),
                fresh.name(),
                fresh.push(),
                old.activatedAt().plusSeconds(60));
        next(registry, person, later, old, "Rule 11");
        check(
                registry.find(person).equals(Optional.of(later)),
                "Rule 11: write id, keys, name, push address and time anew, and the device that was there must be gone");
    }

    @Test
    @DisplayName("Rule 12: activate is false when the device that it names is not the active one, and changes nothing")
    final void rule12() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 12);
        Device old = device();
        Device active = again(old);
        first(registry, person, old, "Rule 12");
        next(registry, person, active, old, "Rule 12");
        String otherwise = "Rule 12: activate must be false when another device is active than the one that is named,"
                + " though it be the same phone, and change nothing: update … where person = ? and device_id = ?";
        for (DeviceId stranger : new DeviceId[] {freshId(), old.id()}) {
            check(!registry.activate(person, device(), stranger), otherwise);
            isActive(registry, person, active, otherwise);
        }
    }

    @Test
    @DisplayName("Rule 13: activate is false when it names a device and none is active, and activates none")
    final void rule13() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 13);
        String otherwise = "Rule 13: activate that names a device must be false when none is active, and activate none:"
                + " whoever deactivated it meanwhile was faster";
        check(!registry.activate(person, device(), freshId()), otherwise);
        noneIsActive(registry, person, otherwise);
        Device gone = device();
        first(registry, person, gone, "Rule 13");
        registry.deactivate(person, gone.id());
        check(!registry.activate(person, device(), gone.id()), otherwise);
        noneIsActive(registry, person, otherwise);
    }

    @Test
    @DisplayName("Rule 14: deactivate ends the activation")
    final void rule14() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 14);
        Device old = device();
        Device active = device();
        first(registry, person, old, "Rule 14");
        next(registry, person, active, old, "Rule 14");
        String otherwise =
                "Rule 14: after deactivate, which must be true, no device must be there, nor one from before";
        check(registry.deactivate(person, active.id()), otherwise);
        noneIsActive(registry, person, otherwise);
    }

    @Test
    @DisplayName("Rule 15: deactivate is false for a device that is not the active one, and leaves the active one")
    final void rule15() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 15);
        Device old = device();
        Device active = again(old);
        first(registry, person, old, "Rule 15");
        next(registry, person, active, old, "Rule 15");
        String otherwise = "Rule 15: deactivate must be false for a device that is not the active one, though it be the"
                + " same phone, and leave the active one: delete … where person = ? and device_id = ?";
        for (DeviceId stranger : new DeviceId[] {freshId(), old.id()}) {
            check(!registry.deactivate(person, stranger), otherwise);
            isActive(registry, person, active, otherwise);
        }
    }

    @Test
    @DisplayName("Rule 16: deactivate is true once")
    final void rule16() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 16);
        String otherwise =
                "Rule 16: deactivate must be true once, and false when no device is active; go by the row count";
        check(!registry.deactivate(person, freshId()), otherwise);
        Device device = device();
        first(registry, person, device, "Rule 16");
        check(registry.deactivate(person, device.id()), otherwise);
        check(!registry.deactivate(person, device.id()), otherwise);
    }

    @Test
    @DisplayName("Rule 17: after a deactivation a device is activated as if there had been none")
    final void rule17() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 17);
        Device phone = device();
        String otherwise =
                "Rule 17: after a deactivation any phone must be activated as if there had been none, the same"
                        + " one included; leave nothing behind";
        for (Device device : new Device[] {phone, device(), again(phone)}) {
            check(registry.activate(person, device, null), otherwise);
            isActive(registry, person, device, otherwise);
            registry.deactivate(person, device.id());
        }
    }

    @Test
    @DisplayName("Rule 18: ids that differ in one bit are different devices")
    final void rule18() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 18);
        Device active = device();
        first(registry, person, active, "Rule 18");
        String otherwise = "Rule 18: compare all 128 bits of an id, as bytes or as lower-case digits";
        for (int bit = 0; bit < 8 * DeviceId.BYTES; bit++) {
            check(!registry.deactivate(person, flipped(active.id(), bit)), otherwise);
            check(!registry.activate(person, device(), flipped(active.id(), bit)), otherwise);
        }
        isActive(registry, person, active, otherwise);
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is the rule
    @DisplayName("Rule 19: null is refused with a throw")
    final void rule19() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 19);
        IdentityNumber nobody = null;
        Device nothing = null;
        DeviceId unnamed = null;
        String otherwise = "Rule 19: a null person, device or id must be refused with a throw; only the device that is"
                + " replaced may be null";
        refuses(() -> registry.find(nobody), otherwise);
        refuses(() -> registry.activate(nobody, device(), null), otherwise);
        refuses(() -> registry.activate(person, nothing, null), otherwise);
        refuses(() -> registry.activate(person, nothing, freshId()), otherwise);
        refuses(() -> registry.deactivate(nobody, freshId()), otherwise);
        refuses(() -> registry.deactivate(person, unnamed), otherwise);
        noneIsActive(registry, person, otherwise);
    }

    private static void refuses(Runnable call, String otherwise) {
        check(Contracts.thrown(call).isPresent(), otherwise);
    }
}

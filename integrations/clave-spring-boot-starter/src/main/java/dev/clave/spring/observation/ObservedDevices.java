package dev.clave.spring.observation;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code clave.devices}: whether somebody has a device is not told, for a trace may say who asks. */
record ObservedDevices(DeviceRegistry devices, SocketObservations observations) implements DeviceRegistry {

    @Override
    public Optional<Device> find(IdentityNumber person) {
        return SocketObservations.observe(
                observations.of("devices", "operation", "find"), () -> devices.find(person), device -> "answered");
    }

    @Override
    public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
        return SocketObservations.observe(
                observations.of("devices", "operation", "activate"),
                () -> devices.activate(person, device, replaced),
                ObservedDevices::written);
    }

    @Override
    public boolean deactivate(IdentityNumber person, DeviceId device) {
        return SocketObservations.observe(
                observations.of("devices", "operation", "deactivate"),
                () -> devices.deactivate(person, device),
                ObservedDevices::written);
    }

    private static String written(boolean done) {
        return done ? "written" : "conflict";
    }
}

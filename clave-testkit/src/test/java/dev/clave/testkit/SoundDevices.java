package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A registry of devices that keeps every rule, with all that a contract asks for. Saboteurs break one thing of it. */
class SoundDevices implements DeviceRegistry {
    final Map<IdentityNumber, Device> rows;

    SoundDevices() {
        this(new ConcurrentHashMap<>());
    }

    SoundDevices(Map<IdentityNumber, Device> rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Device> find(IdentityNumber person) {
        return Optional.ofNullable(rows.get(person));
    }

    @Override
    public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
        Objects.requireNonNull(device);
        synchronized (rows) {
            if (!isActive(person, replaced)) {
                return false;
            }
            rows.put(person, device);
            return true;
        }
    }

    @Override
    public boolean deactivate(IdentityNumber person, DeviceId device) {
        Objects.requireNonNull(device);
        synchronized (rows) {
            return isActive(person, device) && rows.remove(person) != null;
        }
    }

    /** Whether that device is the one in its place, or none is when none is named. */
    boolean isActive(IdentityNumber person, @Nullable DeviceId device) {
        Device present = rows.get(person);
        return present == null ? device == null : present.id().equals(device);
    }

    DeviceRegistry secondNode() {
        return new SoundDevices(rows);
    }

    DeviceRegistry unreachable() {
        FakeDeviceRegistry broken = new FakeDeviceRegistry();
        broken.failAlways();
        return broken;
    }

    DeviceRegistry losingAnswers() {
        return new SoundDevices(rows) {
            @Override
            public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
                super.activate(person, device, replaced);
                throw new IllegalStateException("connection reset");
            }

            @Override
            public boolean deactivate(IdentityNumber person, DeviceId device) {
                super.deactivate(person, device);
                throw new IllegalStateException("connection reset");
            }
        };
    }

    /** A transaction that is rolled back takes nothing with it that was written here. */
    void inHostTransaction(Runnable work) {
        work.run();
    }

    Map<IdentityNumber, Device> snapshot() {
        return new HashMap<>(rows);
    }
}

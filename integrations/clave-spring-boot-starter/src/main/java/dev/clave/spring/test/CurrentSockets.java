package dev.clave.spring.test;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.EntryKey;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sockets of several methods, each of which is the current fake. */
final class CurrentSockets {
    private CurrentSockets() {}

    /** The store. */
    record Store(CurrentFakes fakes) implements PinStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return fakes.get().store().read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return fakes.get().store().add(key, first);
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return fakes.get().store().replace(key, seen, next);
        }
    }

    /** The registry of devices. */
    record Devices(CurrentFakes fakes) implements DeviceRegistry {
        @Override
        public Optional<Device> find(IdentityNumber person) {
            return fakes.get().devices().find(person);
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return fakes.get().devices().activate(person, device, replaced);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            return fakes.get().devices().deactivate(person, device);
        }
    }

    /** The keys. */
    record Keys(CurrentFakes fakes) implements KeyRing {
        @Override
        public HostKey current() {
            return fakes.get().keys().current();
        }

        @Override
        public Optional<HostKey> find(String id) {
            return fakes.get().keys().find(id);
        }

        @Override
        public HostKey subject() {
            return fakes.get().keys().subject();
        }
    }
}

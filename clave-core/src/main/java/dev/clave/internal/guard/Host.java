package dev.clave.internal.guard;

import dev.clave.ClaveUnavailableException;
import dev.clave.Socket;
import dev.clave.identity.IdentityNumber;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.AuditSink;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Person;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls the host's code. Whatever it throws ends the call closed and is named by its socket, without its message. */
public final class Host {
    private final PersonRegistry registry;
    private final PinStore store;
    private final AuditSink audit;
    private final Optional<DeviceRegistry> devices;

    /** The host of a clave; without a registry of devices nobody has any. */
    public Host(PersonRegistry registry, PinStore store, AuditSink audit, Optional<DeviceRegistry> devices) {
        this.registry = registry;
        this.store = store;
        this.audit = audit;
        this.devices = devices;
    }

    /** Looks a person up. */
    public Optional<Person> find(IdentityNumber number) {
        return call(Socket.REGISTRY, () -> registry.find(number));
    }

    /** Whether anybody can have a device. */
    public boolean knowsDevices() {
        return devices.isPresent();
    }

    /** Looks the active device of a person up. */
    public Optional<Device> findDevice(IdentityNumber person) {
        return devices.flatMap(registry -> call(Socket.DEVICES, () -> registry.find(person)));
    }

    /** Makes a device the active one in the place of another, or of none. A write that threw is not repeated. */
    public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
        return call(Socket.DEVICES, () -> devices.orElseThrow().activate(person, device, replaced));
    }

    /** Ends the activation of a device. A write that threw is not repeated. */
    public boolean deactivate(IdentityNumber person, DeviceId device) {
        return call(Socket.DEVICES, () -> devices.orElseThrow().deactivate(person, device));
    }

    /** Reads an entry. */
    public Optional<StoredEntry> read(EntryKey key) {
        return call(Socket.STORE, () -> store.read(key));
    }

    /** Writes a first entry. A write that threw is not repeated: it may have been done. */
    public boolean add(EntryKey key, StoredEntry first) {
        return call(Socket.STORE, () -> store.add(key, first));
    }

    /** Writes a next entry. A write that threw is not repeated: it may have been done. */
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return call(Socket.STORE, () -> store.replace(key, seen, next));
    }

    /** Remembers an event. */
    public void record(AuditEvent event) {
        call(Socket.AUDIT, () -> {
            audit.record(event);
            return event;
        });
    }

    /**
     * What the host's code threw, checked exceptions of languages that have none included. Only a virtual machine that is at its end is left
     * alone.
     */
    public static Throwable survived(Throwable thrown) {
        if (thrown instanceof VirtualMachineError broken) {
            throw broken;
        }
        if (thrown instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return thrown;
    }

    /** Calls code of the host, or of the platform, that may throw or return null. */
    public static <T> T call(Socket socket, Supplier<T> code) {
        try {
            T answer = code.get();
            if (answer == null) {
                throw new ClaveUnavailableException(socket, socket + " failed: it returned null");
            }
            return answer;
        } catch (ClaveUnavailableException known) {
            throw known;
        } catch (Throwable thrown) {
            throw new ClaveUnavailableException(socket, survived(thrown));
        }
    }
}

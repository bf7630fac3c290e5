package dev.clave.internal.flow;

import dev.clave.identity.IdentityNumber;
import dev.clave.internal.crypto.DeviceContent;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.EntryKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A device is active no longer: first in the registry, then what was sealed to it goes, whatever became of the registry. A waiting PIN is less
 * than a phone in the wrong hands.
 */
public final class Deactivate {
    /** Who did it, when the device itself did. */
    private static final String DEVICE = "device";

    private final Workbench bench;

    /** Of this workbench. */
    public Deactivate(Workbench bench) {
        this.bench = bench;
    }

    /** The device that is active, for a page of the account. */
    public Optional<Device> find(IdentityNumber person) {
        return bench.devices().active(person);
    }

    /** From the account: by somebody whom the host names. */
    public void byAccount(IdentityNumber person, DeviceId device, String by) {
        String name = Close.checked(by);
        deactivate(
                person,
                device,
                bench.pseudonyms().person(person),
                bench.pseudonyms().subject(person),
                name);
    }

    /** By the device itself, whose token says whose it is. */
    void byDevice(DeviceContent token) {
        deactivate(token.number(), token.device(), token.entry(), token.subject(), DEVICE);
    }

    private void deactivate(IdentityNumber person, DeviceId device, EntryKey entry, String subject, String by) {
        try {
            if (bench.host().deactivate(person, device)) {
                Instant at = bench.clock().instant();
                bench.host().record(new AuditEvent.DeviceDeactivated(subject, at, device.hex(), by));
            }
        } finally {
            bench.entries().updatePerson(entry, (state, now) -> state.withdraw(device));
        }
    }
}

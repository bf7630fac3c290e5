package dev.clave.internal.flow;

import dev.clave.ClaveUnavailableException;
import dev.clave.identity.IdentityNumber;
import dev.clave.internal.crypto.P256;
import dev.clave.internal.guard.Host;
import dev.clave.spi.Device;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The devices of persons, by what the registry says now. */
public final class ActiveDevices {
    private static final Logger LOG = LoggerFactory.getLogger(ActiveDevices.class);

    private final Host host;

    /** The devices of a host, which may know none. */
    public ActiveDevices(Host host) {
        this.host = host;
    }

    /** The device to which a PIN can go. A registry that fails, and a key that is none, count as no device: an SMS still goes. */
    Optional<Device> reachable(IdentityNumber person) {
        try {
            return host.findDevice(person).filter(ActiveDevices::isSound);
        } catch (ClaveUnavailableException failed) {
            LOG.warn("PINs go by SMS alone: {}", failed.getMessage());
            return Optional.empty();
        }
    }

    private static boolean isSound(Device device) {
        boolean sound = P256.isOnCurve(device.keys().sealing());
        if (!sound) {
            LOG.warn("Device {} has a sealing key that is no point of P-256: its PINs go by SMS", device.id());
        }
        return sound;
    }

    /** The active device, whatever it can do. A registry that fails ends the call. */
    Optional<Device> active(IdentityNumber person) {
        return host.findDevice(person);
    }
}

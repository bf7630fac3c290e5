package dev.clave.internal.app;

import dev.clave.Purpose;
import dev.clave.TextDigest;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.PushAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A device that asks to be activated, once its keys, its name and its address have been found in order. It prints nothing.
 *
 * @param keys its public keys, which lie on the curve
 * @param name what the person knows it by
 * @param push where the push service reaches the app
 */
public record DeviceOffer(DeviceKeys keys, String name, Optional<PushAddress> push) {

    /** The purpose of a login that is to activate it. */
    public Purpose purpose() {
        return new Purpose.Activation(TextDigest.ofDigest(keys.digest()));
    }

    /** The device, once it is activated. */
    public Device activated(DeviceId id, Instant at) {
        return new Device(id, keys, name, push, at);
    }

    @Override
    public String toString() {
        return "DeviceOffer[redacted]";
    }
}

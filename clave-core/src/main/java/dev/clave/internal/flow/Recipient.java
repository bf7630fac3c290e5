package dev.clave.internal.flow;

import dev.clave.spi.Device;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Route;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a PIN can reach a person, as the registries say now. It prints nothing.
 *
 * @param person who
 * @param phone the phone, to which the policy lets a PIN go
 * @param device the device with the app; empty when there is none, or when this login's PIN may not go there
 */
record Recipient(Person person, PhoneNumber phone, Optional<Device> device) {
    private static final String GONE = "******";

    /** The way that a PIN goes: the one that is asked for, or the same way as the one before, or the app first. */
    Route route(@Nullable Route wanted, @Nullable Route before) {
        Route preferred = wanted != null ? wanted : before != null ? before : Route.APP;
        return preferred == Route.APP && device.isPresent() ? Route.APP : Route.SMS;
    }

    boolean canTake(@Nullable Route wanted) {
        return wanted != Route.APP || device.isPresent();
    }

    /** Where a PIN went to, in full, for its proof: another phone or another device proves nothing. */
    String destination(Route route) {
        return route == Route.APP ? device.map(Recipient::name).orElse("") : phone.value();
    }

    private static String name(Device device) {
        return device.id().hex() + HexFormat.of().formatHex(device.keys().digest());
    }

    /** Where a PIN went to, as it may be shown. */
    String masked(Route route) {
        return route == Route.APP ? device.map(Device::name).orElse(GONE) : phone.masked();
    }

    @Override
    public String toString() {
        return "Recipient[redacted]";
    }
}

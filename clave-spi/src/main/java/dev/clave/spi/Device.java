package dev.clave.spi;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A device with the app, as it was activated for a person. It never changes: what is activated anew is another device.
 *
 * @param id the name of this activation
 * @param keys the public keys of the device
 * @param name what the person knows it by, such as {@code Pixel 9}: 1 to 40 characters, none of them a control, format or
 *     unassigned character; the device chose it, so escape it like anything else that was typed
 * @param push where the app is told that there is a PIN; empty when it is not told and merely asks
 * @param activatedAt when it was activated, to the millisecond
 */
public record Device(DeviceId id, DeviceKeys keys, String name, Optional<PushAddress> push, Instant activatedAt) {
    /** The most characters that a name may have. */
    public static final int LONGEST_NAME = 40;

    /**
     * Refuses null and an unfit name.
     *
     * @param id the name of this activation
     * @param keys the public keys of the device
     * @param name what the person knows it by
     * @param push where the app is told that there is a PIN
     * @param activatedAt when it was activated
     * @throws IllegalArgumentException if the name is blank, too long or holds a character that cannot be seen
     */
    public Device {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(push, "push");
        Objects.requireNonNull(activatedAt, "activatedAt");
        if (name.isBlank() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Device::isInvisible)) {
            throw new IllegalArgumentException("a device's name has 1 to " + LONGEST_NAME
                    + " characters, none of them a control or format character");
        }
    }

    /**
     * Whether a character has no place in a name: a control or format character (such as the marks that change the direction of
     * writing), half a character, a line or paragraph separator, or one that Unicode has not assigned.
     *
     * @param codePoint the character
     * @return whether it is one of these
     */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** Without the name and the push address, which may be personal. */
    @Override
    public String toString() {
        return "Device[id=" + id + ", activatedAt=" + activatedAt + "]";
    }
}

package dev.clave.internal.state;

import dev.clave.spi.DeviceId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A PIN as only one device can read it. It is no secret of this process any more: nothing that is kept here opens it.
 */
public final class SealedPin {
    private final DeviceId device;
    private final byte[] bytes;

    private SealedPin(DeviceId device, byte[] bytes) {
        this.device = device;
        this.bytes = bytes;
    }

    /** What was sealed to that device; the array is the new object's own from now on. */
    public static SealedPin of(DeviceId device, byte[] bytes) {
        return new SealedPin(device, bytes);
    }

    /** The device that can open it. */
    public DeviceId device() {
        return device;
    }

    /** The encapsulated key and the ciphertext; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    boolean isFor(DeviceId asking) {
        return device.equals(asking);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SealedPin that && that.device.equals(device) && Arrays.equals(that.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SealedPin[" + device + "]";
    }
}

package dev.clave.internal.crypto;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.DeviceId;
import dev.clave.spi.EntryKey;
import java.security.PublicKey;

/**
 * What a device token carries, so that a poll need ask no registry. It prints nothing.
 *
 * @param number whose device it is
 * @param entry the key of the person's entry
 * @param subject the person's pseudonym for the audit, 32 hexadecimal digits
 * @param device the name of the activation
 * @param signing the key that requests are verified by
 */
public record DeviceContent(IdentityNumber number, EntryKey entry, String subject, DeviceId device, PublicKey signing) {

    @Override
    public String toString() {
        return "DeviceContent[redacted]";
    }
}

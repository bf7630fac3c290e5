package dev.clave.internal.crypto;

import dev.clave.Purpose;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;

/**
 * All that a PIN is bound to, and the PIN. It prints nothing.
 *
 * @param entry the key of the person's entry
 * @param secret the login's secret, without which no guess can be tested
 * @param generation which PIN of the login it is
 * @param purpose what the login is for, with the digest of the text that is to be signed
 * @param route the way that the PIN went
 * @param destination where it went to, in full: such as the phone number
 * @param code the code beside the PIN
 * @param pin the PIN, in its normal form
 */
public record ProofInput(
        EntryKey entry,
        LoginSecret secret,
        int generation,
        Purpose purpose,
        Route route,
        String destination,
        String code,
        Secret pin) {

    @Override
    public String toString() {
        return "ProofInput[redacted]";
    }
}

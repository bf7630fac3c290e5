package dev.clave.testkit;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What an app shows of a PIN that it has opened. It prints neither the PIN nor what is to be signed.
 *
 * @param pin the PIN
 * @param organisation who asks; empty when the host has not said
 * @param purpose what the PIN is for
 * @param code the code that the browser shows
 * @param generation which PIN of the login it is
 * @param issued when it was made
 * @param expires from then on it is dead
 * @param login the login that asked for it, 32 hexadecimal digits
 * @param summary what is to be signed; empty when nothing is
 */
public record ShownPin(
        Secret pin,
        String organisation,
        PurposeKind purpose,
        String code,
        int generation,
        Instant issued,
        Instant expires,
        String login,
        Optional<String> summary) {

    /**
     * The PIN, as the person types it.
     *
     * @return the PIN in clear
     */
    public String revealPin() {
        return pin.reveal();
    }

    @Override
    public String toString() {
        return "ShownPin[purpose=" + purpose + ", generation=" + generation + ", expires=" + expires + "]";
    }
}

package dev.clave.testkit;

import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the app on a {@link FakeDevice} shows: a PIN, and what it is for.
 *
 * @param pin the PIN
 * @param organisation who asks, empty when the host has not said it
 * @param purpose what the PIN is for: an identification or a signature
 * @param code the code that stands on the page too, 4 characters
 * @param generation the how-manieth PIN of the login, from 1
 * @param issued when the PIN was made, by the server's clock
 * @param expires from then on it is dead, by the server's clock
 * @param login the login, 32 hexadecimal digits
 * @param summary what is to be signed; empty unless it is for a signature
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
     * Refuses null.
     *
     * @param pin the PIN
     * @param organisation who asks
     * @param purpose what the PIN is for
     * @param code the code that stands on the page too
     * @param generation the how-manieth PIN of the login
     * @param issued when the PIN was made
     * @param expires from then on it is dead
     * @param login the login
     * @param summary what is to be signed
     */
    public ShownPin {
        Objects.requireNonNull(pin, "pin");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(issued, "issued");
        Objects.requireNonNull(expires, "expires");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(summary, "summary");
    }

    /**
     * The PIN in clear, as the person copies it.
     *
     * @return the PIN
     */
    public String revealPin() {
        return pin.reveal();
    }

    /** Without the PIN, the code and the summary. */
    @Override
    public String toString() {
        return "ShownPin[login=" + login + ", purpose=" + purpose + ", generation=" + generation + ", expires="
                + expires + "]";
    }
}

package dev.clave.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A message with a one-time PIN.
 *
 * @param id the name of this sending
 * @param to where it goes
 * @param language the language it is written in
 * @param text the text with the PIN, as it is to be sent
 * @param pin the PIN alone, for a channel that does not send text (a voice call)
 * @param expiresAt from then on the PIN is dead: a gateway need not try any longer
 */
public record PinMessage(SendId id, PhoneNumber to, Language language, Secret text, Secret pin, Instant expiresAt)
        implements Message {
    /**
     * Refuses null.
     *
     * @param id the name of this sending
     * @param to where it goes
     * @param language the language it is written in
     * @param text the text with the PIN, as it is to be sent
     * @param pin the PIN alone, for a channel that does not send text (a voice call)
     * @param expiresAt from then on the PIN is dead: a gateway need not try any longer
     */
    public PinMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(pin, "pin");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /**
     * The PIN in clear. Whoever calls this answers for where it goes.
     *
     * @return the PIN
     */
    public String revealPin() {
        return pin.reveal();
    }
}

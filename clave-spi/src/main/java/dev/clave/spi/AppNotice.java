package dev.clave.spi;

import dev.clave.spi.AuditEvent.PurposeKind;
import java.time.Instant;
import java.util.Objects;

/**
 * Tells the app that there is a PIN to be looked at. It carries none, for it may stand on a locked screen: only who asks, and what
 * for.
 *
 * @param id the name of this sending
 * @param to where the push service reaches the app
 * @param language the language it is written in
 * @param text the text to show: the organisation and the purpose
 * @param purpose what the PIN is for
 * @param expiresAt from then on the PIN is dead: a push service need not try any longer
 */
public record AppNotice(
        SendId id, PushAddress to, Language language, Secret text, PurposeKind purpose, Instant expiresAt)
        implements Message {
    /**
     * Refuses null.
     *
     * @param id the name of this sending
     * @param to where the push service reaches the app
     * @param language the language it is written in
     * @param text the text to show
     * @param purpose what the PIN is for
     * @param expiresAt from then on the PIN is dead
     */
    public AppNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}

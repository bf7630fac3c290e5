package dev.clave.spi;

import java.util.Objects;

/**
 * A message that tells a person of something suspicious. It contains no PIN.
 *
 * @param id the name of this sending
 * @param to where it goes
 * @param language the language it is written in
 * @param text the text, as it is to be sent
 * @param kind what happened
 */
public record SecurityNotice(SendId id, Address to, Language language, Secret text, Kind kind) implements Message {

    /** What a person is told of. */
    public enum Kind {
        /** Half of the wrong PINs in a row that lead to a block have been given. */
        MANY_WRONG_PINS,
        /** So many wrong PINs in a row have been given that the person is blocked. */
        BLOCKED,
        /** A device was activated: from now on PINs go to its app. By SMS. */
        DEVICE_ACTIVATED,
        /** Another device was activated in the place of this one. To the app of the one that was replaced. */
        DEVICE_REPLACED
    }

    /**
     * Refuses null.
     *
     * @param id the name of this sending
     * @param to where it goes
     * @param language the language it is written in
     * @param text the text, as it is to be sent
     * @param kind what happened
     */
    public SecurityNotice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(kind, "kind");
    }
}

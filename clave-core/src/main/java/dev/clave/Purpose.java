package dev.clave;

import dev.clave.internal.texts.Summary;

/**
 * What a login is for. It is settled when the login is opened, stands in the message with the PIN, and is part of what the PIN proves: a PIN
 * for one purpose is worth nothing for another.
 */
public sealed interface Purpose {

    /** To say who one is. */
    record Identification() implements Purpose {}

    /**
     * To sign one text.
     *
     * @param summary what the message says of the text, as it is sent
     * @param digest the SHA-256 of the text
     */
    record Signature(String summary, TextDigest digest) implements Purpose {
        /**
         * Checks the summary.
         *
         * @param summary what the message is to say of the text
         * @param digest the SHA-256 of the text
         * @throws IllegalArgumentException if the summary is empty, has more than 40 septets, or holds what an SMS cannot carry
         */
        public Signature {
            summary = Summary.of(summary);
        }
    }

    /**
     * To activate a device, which identifies nobody.
     *
     * @param keys the SHA-256 of the device's keys ({@link dev.clave.spi.DeviceKeys#digest})
     */
    record Activation(TextDigest keys) implements Purpose {}

    /**
     * To say who one is.
     *
     * @return that purpose
     */
    static Purpose identification() {
        return new Identification();
    }

    /**
     * To sign one text.
     *
     * @param summary what the message is to say of the text, at most 40 septets of the GSM 7-bit alphabet; letters outside it lose their accent
     * @param text the very text, of which only the SHA-256 is kept
     * @return that purpose
     * @throws IllegalArgumentException if the summary is empty, too long, or holds what an SMS cannot carry; it is never cut
     */
    static Purpose signature(String summary, byte[] text) {
        return new Signature(summary, TextDigest.of(text));
    }

    /**
     * To sign one text.
     *
     * @param summary as for the other method
     * @param text the very text, signed as its UTF-8 bytes
     * @return that purpose
     * @throws IllegalArgumentException as for the other method, and if the text holds an unpaired surrogate
     */
    static Purpose signature(String summary, String text) {
        return new Signature(summary, TextDigest.of(text));
    }
}

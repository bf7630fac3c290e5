package dev.clave.spring.security;

import dev.clave.Purpose;
import java.util.Objects;

/**
 * A text that a person is asked to sign.
 *
 * @param summary what the message with the PIN says of it, at most 40 septets of the GSM 7-bit alphabet
 * @param text the very text, which the page shows in full
 */
public record SignableText(String summary, String text) {
    /**
     * Refuses what could not be signed.
     *
     * @param summary what the message with the PIN says of it
     * @param text the very text
     * @throws IllegalArgumentException if the summary is empty, too long, or holds what an SMS cannot carry; if the text is empty or holds
     *     half a character
     */
    public SignableText {
        Objects.requireNonNull(text, "text");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a text to be signed is not empty");
        }
        Purpose.signature(summary, text);
    }

    /** Neither of the two, which may be personal. */
    @Override
    public String toString() {
        return "SignableText[redacted]";
    }
}

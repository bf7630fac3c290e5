package dev.clave.internal.texts;

import dev.clave.Purpose;
import dev.clave.spi.Language;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The texts of the messages to a person. Each is one segment of an SMS, whatever the letterhead and the summary: what
 * these may have leaves 46 septets for our words and the time. Nothing is ever cut.
 */
public final class MessageTexts {
    /** The most symbols a PIN may have. */
    public static final int LONGEST_PIN = 8;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Letterhead letterhead;

    /** Texts with that letterhead. */
    public MessageTexts(Letterhead letterhead) {
        this.letterhead = letterhead;
    }

    /**
     * The text that brings a PIN. With a host name its last line binds the PIN to that site.
     *
     * @param expiresAt told as the last full minute in which the PIN may be typed with certainty
     * @throws IllegalArgumentException if the PIN is longer than messages have room for
     */
    public Secret pinText(Language language, Purpose purpose, Secret pin, Instant expiresAt) {
        if (pin.length() > LONGEST_PIN) {
            throw new IllegalArgumentException("a PIN of more than " + LONGEST_PIN + " symbols");
        }
        String time = TIME.format(expiresAt.atZone(letterhead.zone()));
        String words = purpose instanceof Purpose.Signature signature
                ? text(language, "sms.sign", Map.of("pin", pin.reveal(), "time", time, "summary", signature.summary()))
                : text(language, "sms.access", Map.of("pin", pin.reveal(), "time", time));
        return Secret.of(words + origin(pin));
    }

    /** The text that tells of something suspicious. */
    public Secret noticeText(Language language, SecurityNotice.Kind kind) {
        return Secret.of(text(language, "sms." + kind.name(), Map.of()));
    }

    private String text(Language language, String key, Map<String, String> values) {
        String from = letterhead.organisation().map(name -> name + ": ").orElse("");
        return from + Wording.in(language).text(key, values);
    }

    private String origin(Secret pin) {
        return letterhead.host().map(host -> "\n@" + host + " #" + pin.reveal()).orElse("");
    }
}

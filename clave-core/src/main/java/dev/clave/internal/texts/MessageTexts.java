package dev.clave.internal.texts;

import dev.clave.Purpose;
import dev.clave.spi.AuditEvent.PurposeKind;
import dev.clave.spi.Language;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The texts of the messages to a person. Each is one segment of an SMS, whatever the letterhead and the summary: what
 * these may have leaves 46 septets for our words and the time. Nothing is ever cut.
 */
public final class MessageTexts {
    /** The most symbols a PIN may have. */
    public static final int LONGEST_PIN = 8;

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
        String time = time(expiresAt);
        return Secret.of(words(language, purpose, pin.reveal(), time) + origin(pin));
    }

    /** Hours and minutes. A formatter takes as long for them as a code that proves the PIN. */
    private String time(Instant at) {
        int offset = letterhead.zone().getRules().getOffset(at).getTotalSeconds();
        int minute = (int) Math.floorMod(at.getEpochSecond() + offset, TimeUnit.DAYS.toSeconds(1)) / 60;
        return twoDigits(minute / 60) + ":" + twoDigits(minute % 60);
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    private String words(Language language, Purpose purpose, String pin, String time) {
        if (purpose instanceof Purpose.Signature signature) {
            return text(language, "sms.sign", Map.of("pin", pin, "time", time, "summary", signature.summary()));
        }
        String key = purpose instanceof Purpose.Activation ? "sms.activate" : "sms.access";
        return text(language, key, Map.of("pin", pin, "time", time));
    }

    /** The text that tells of something suspicious, or of a device. */
    public Secret noticeText(Language language, SecurityNotice.Kind kind) {
        return Secret.of(text(language, "notice." + kind.name(), Map.of()));
    }

    /** The text by which an app says that there is a PIN, and what for. It may stand on a locked screen. */
    public Secret appText(Language language, PurposeKind purpose) {
        return Secret.of(text(language, "app." + purpose.name(), Map.of()));
    }

    /** Who writes, as it stands on messages; empty when the host has not said. */
    public String organisation() {
        return letterhead.organisation().orElse("");
    }

    private String text(Language language, String key, Map<String, String> values) {
        String from = letterhead.organisation().map(name -> name + ": ").orElse("");
        return from + Wording.in(language).text(key, values);
    }

    private String origin(Secret pin) {
        return letterhead.host().map(host -> "\n@" + host + " #" + pin.reveal()).orElse("");
    }
}

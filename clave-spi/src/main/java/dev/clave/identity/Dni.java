package dev.clave.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The number of a Spanish national identity document: eight digits, of which the first may be zero, and a check letter
 * (Real Decreto 1065/2007, article 19.1).
 *
 * <p>Immutable; equal to another of the same number. Made by {@link IdentityNumber#parse} and {@link
 * IdentityNumber#of}.
 */
public final class Dni implements IdentityNumber {
    private final transient int number;

    /** The number, whose letter the reader has checked. */
    Dni(int number) {
        this.number = number;
    }

    @Override
    public String value() {
        return text(number);
    }

    static String text(int number) {
        byte[] text = new byte[9];
        CheckLetter.digits(number, text, 0, 8);
        text[8] = (byte) CheckLetter.of(number);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String masked() {
        return "***" + value().substring(3, 7) + "**";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dni dni && dni.number == number;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(number);
    }

    /** The masked form. */
    @Override
    public String toString() {
        return masked();
    }
}

package dev.clave.identity;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The identity number of a foreigner in Spain: X, Y or Z, seven digits and a check letter (Orden INT/2058/2008). The
 * old form with X and eight digits is read and written without the zero after the X.
 *
 * <p>Immutable; equal to another of the same number. Made by {@link IdentityNumber#parse} and {@link
 * IdentityNumber#of}.
 */
public final class Nie implements IdentityNumber {
    /** How many numbers a series has. */
    static final int SERIES = 10_000_000;

    /** The series as the first digit (X is 0, Y is 1, Z is 2), then the seven digits: what the check letter is of. */
    private final transient int number;

    /** The number, whose letter the reader has checked. */
    Nie(int number) {
        this.number = number;
    }

    @Override
    public String value() {
        return text(number);
    }

    static String text(int number) {
        byte[] text = new byte[9];
        text[0] = (byte) ('X' + number / SERIES);
        CheckLetter.digits(number % SERIES, text, 1, 7);
        text[8] = (byte) CheckLetter.of(number);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    @Override
    public String masked() {
        return "****" + value().substring(4, 8) + "*";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Nie nie && nie.number == number;
    }

    @Override
    public int hashCode() {
        return ~number;
    }

    /** The masked form. */
    @Override
    public String toString() {
        return masked();
    }
}

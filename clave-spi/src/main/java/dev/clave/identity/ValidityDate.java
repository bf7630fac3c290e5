package dev.clave.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The date until which a DNI is valid, as printed on it (VALIDEZ, VÁLIDO HASTA, VAL).
 *
 * <p>01-01-9999 is no validity date here: every permanent DNI bears it, so it proves nothing; such a document is
 * checked by its {@link IssueDate}.
 *
 * <p>Immutable; equal to another of the same date. {@code toString} does not print the date.
 */
public final class ValidityDate implements ContrastData {
    private final transient LocalDate date;

    private ValidityDate(LocalDate date) {
        this.date = date;
    }

    /**
     * A date that is known to be right, as a registry keeps it.
     *
     * @param date the date, from 1951 (the first DNI) to 9998
     * @return the datum
     * @throws IllegalArgumentException if no DNI can bear the date for this purpose; the message does not repeat it
     */
    public static ValidityDate of(LocalDate date) {
        DateReader.problem(date).ifPresent(problem -> {
            throw new IllegalArgumentException("no validity date: " + problem);
        });
        return new ValidityDate(date);
    }

    /**
     * Reads a date as a person types it: {@code dd-mm-yyyy}, {@code dd/mm/yyyy}, {@code dd.mm.yyyy},
     * {@code dd mm yyyy} or ISO {@code yyyy-mm-dd}. Day and month are never guessed, and today's date plays no part.
     *
     * @param typed what was typed; null reads as empty
     * @return the datum, or the one problem that keeps it from being one
     */
    public static Parsed<ValidityDate> parse(@Nullable CharSequence typed) {
        return DateReader.read(typed).map(ValidityDate::new);
    }

    /**
     * The date. A secret of the document's holder.
     *
     * @return the date
     */
    public LocalDate date() {
        return date;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValidityDate that && that.date.equals(date);
    }

    @Override
    public int hashCode() {
        return date.hashCode();
    }

    @Override
    public String toString() {
        return "ValidityDate[redacted]";
    }
}

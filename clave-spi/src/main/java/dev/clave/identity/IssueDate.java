package dev.clave.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The date on which a permanent DNI was issued, as printed on it (EMISIÓN, EXPED).
 *
 * <p>Immutable; equal to another of the same date. {@code toString} does not print the date.
 */
public final class IssueDate implements ContrastData {
    private final transient LocalDate date;

    private IssueDate(LocalDate date) {
        this.date = date;
    }

    /**
     * A date that is known to be right, as a registry keeps it.
     *
     * @param date the date, from 1951 (the first DNI) to 9998
     * @return the datum
     * @throws IllegalArgumentException if no DNI can bear the date for this purpose; the message does not repeat it
     */
    public static IssueDate of(LocalDate date) {
        DateReader.problem(date).ifPresent(problem -> {
            throw new IllegalArgumentException("no issue date: " + problem);
        });
        return new IssueDate(date);
    }

    /**
     * Reads a date as a person types it: {@code dd-mm-yyyy}, {@code dd/mm/yyyy}, {@code dd.mm.yyyy},
     * {@code dd mm yyyy} or ISO {@code yyyy-mm-dd}. Day and month are never guessed, and today's date plays no part.
     *
     * @param typed what was typed; null reads as empty
     * @return the datum, or the one problem that keeps it from being one
     */
    public static Parsed<IssueDate> parse(@Nullable CharSequence typed) {
        return DateReader.read(typed).map(IssueDate::new);
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
        return other instanceof IssueDate that && that.date.equals(date);
    }

    @Override
    public int hashCode() {
        return date.hashCode();
    }

    @Override
    public String toString() {
        return "IssueDate[redacted]";
    }
}

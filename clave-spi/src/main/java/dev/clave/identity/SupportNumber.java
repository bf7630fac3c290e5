package dev.clave.identity;

import org.jspecify.annotations.Nullable;

/**
 * The support number of a foreigner's document: the letter E (card) or C (certificate of an EU citizen) and eight
 * digits, fewer being filled up with zeros on the left. No check digit is published for it.
 *
 * <p>Immutable; equal to another of the same number. {@code toString} does not print the number.
 */
public final class SupportNumber implements ContrastData {
    private final transient String value;

    /** A value that the reader has put into its canonical form. */
    SupportNumber(String value) {
        this.value = value;
    }

    /**
     * A number from its canonical form, as a registry keeps it.
     *
     * @param canonical E or C and eight digits
     * @return the number
     * @throws IllegalArgumentException if it is not canonical; the message does not repeat it
     */
    public static SupportNumber of(String canonical) {
        return parse(canonical)
                .accepted()
                .filter(number -> number.value.equals(canonical))
                .orElseThrow(() -> new IllegalArgumentException("no support number in its canonical form"));
    }

    /**
     * Reads what a person typed: in any case, with spaces, dots, slashes, underscores and dashes, without leading
     * zeros.
     *
     * @param typed what was typed; null reads as empty
     * @return the number, or the one problem that keeps it from being one
     */
    public static Parsed<SupportNumber> parse(@Nullable CharSequence typed) {
        return SupportNumberReader.read(typed).map(SupportNumber::new);
    }

    /**
     * The canonical form. A secret of the document's holder.
     *
     * @return E or C and eight digits
     */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SupportNumber that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "SupportNumber[redacted]";
    }
}

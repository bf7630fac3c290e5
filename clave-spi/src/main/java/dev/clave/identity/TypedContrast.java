package dev.clave.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contrast datum as a person typed it: a date for a DNI, a support number for a NIE. Which of its two dates a DNI
 * is checked by is known to the registry and not to the person who asks, so a typed date takes the type of the datum
 * on file.
 *
 * <p>Immutable and safe for use by many threads. {@code toString} does not print the datum.
 */
public final class TypedContrast {
    private final transient byte[] symbols;

    private TypedContrast(byte[] symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads the datum that this kind of number is checked by.
     *
     * @param number whose document it is
     * @param typed what was typed; null reads as empty
     * @return the datum, or the one problem that keeps it from being one; {@link Problem#DATE_EXPECTED} and {@link
     *     Problem#SUPPORT_NUMBER_EXPECTED} for a datum of the other kind of document
     */
    public static Parsed<TypedContrast> parse(IdentityNumber number, @Nullable CharSequence typed) {
        Objects.requireNonNull(number, "number");
        return number instanceof Dni ? parseDate(typed) : parseSupportNumber(typed);
    }

    private static Parsed<TypedContrast> parseDate(@Nullable CharSequence typed) {
        Parsed<LocalDate> date = DateReader.read(typed);
        return date.problem().isPresent() && looksLikeSupportNumber(SupportNumber.parse(typed))
                ? new Parsed.Invalid<>(Problem.DATE_EXPECTED)
                : date.map(read -> new TypedContrast(symbols(read)));
    }

    private static Parsed<TypedContrast> parseSupportNumber(@Nullable CharSequence typed) {
        Parsed<SupportNumber> support = SupportNumber.parse(typed);
        return support.problem().isPresent() && looksLikeDate(DateReader.read(typed))
                ? new Parsed.Invalid<>(Problem.SUPPORT_NUMBER_EXPECTED)
                : support.map(read -> new TypedContrast(symbols(read)));
    }

    /**
     * Whether this is the datum on file. Takes the same time whatever the two hold.
     *
     * @param onFile what the registry keeps
     * @return whether they are the same
     */
    public boolean matches(ContrastData onFile) {
        return MessageDigest.isEqual(symbols, symbols(onFile));
    }

    private static boolean looksLikeSupportNumber(Parsed<SupportNumber> support) {
        return support.problem().isEmpty()
                || switch (support.problem().get()) {
                    case IDESP, IDENTITY_NUMBER -> true;
                    default -> false;
                };
    }

    private static boolean looksLikeDate(Parsed<LocalDate> date) {
        return date.problem().isEmpty()
                || switch (date.problem().get()) {
                    case PERMANENT_DATE, NO_SUCH_DATE, TOO_EARLY, TWO_DIGIT_YEAR -> true;
                    default -> false;
                };
    }

    private static byte[] symbols(ContrastData onFile) {
        if (onFile instanceof ValidityDate validity) {
            return symbols(validity.date());
        }
        if (onFile instanceof IssueDate issue) {
            return symbols(issue.date());
        }
        return ((SupportNumber) onFile).value().getBytes(StandardCharsets.US_ASCII);
    }

    /** As many symbols as a support number has, none of which begins with a D. */
    private static byte[] symbols(LocalDate date) {
        int number = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        byte[] symbols = new byte[9];
        symbols[0] = 'D';
        CheckLetter.digits(number, symbols, 1, 8);
        return symbols;
    }

    @Override
    public String toString() {
        return "TypedContrast[redacted]";
    }
}

package dev.clave.identity;

import org.jspecify.annotations.Nullable;

/**
 * The number by which a person is known to the Spanish Administration, in its canonical form: a {@link Dni} or a {@link
 * Nie}. A value cannot exist invalid; its check letter is right.
 *
 * <p>Immutable and safe for use by many threads. {@code toString} prints the {@linkplain #masked masked} form.
 */
public sealed interface IdentityNumber permits Dni, Nie {

    /**
     * The canonical form: eight digits and a letter, or X, Y or Z, seven digits and a letter. Personal data.
     *
     * @return nine upper-case ASCII characters
     */
    String value();

    /**
     * The form that may be shown: four digits, the rest asterisks, by the pattern of the Spanish data protection
     * agency for the seventh additional provision of Ley Orgánica 3/2018.
     *
     * @return such as {@code ***4567**} for a DNI and {@code ****4567*} for a NIE
     */
    String masked();

    /**
     * Reads what a person typed: in any case, with spaces, dots, slashes, underscores and dashes, a DNI without its
     * leading zeros, an old NIE of ten characters (Orden INT/2058/2008). Takes time proportional to at most 32
     * characters.
     *
     * @param typed what was typed; null reads as empty
     * @return the number, or the one problem that keeps it from being one
     */
    static Parsed<IdentityNumber> parse(@Nullable CharSequence typed) {
        int reading = NumberReader.read(typed);
        return reading < 0 ? new Parsed.Invalid<>(NumberProblem.of(typed)) : new Parsed.Valid<>(of(reading));
    }

    /**
     * Whether {@link #parse} would read it. Allocates nothing.
     *
     * @param typed what was typed; null is not valid
     * @return whether it is a DNI or a NIE, in any accepted form
     */
    static boolean isValid(@Nullable CharSequence typed) {
        return NumberReader.read(typed) >= 0;
    }

    /**
     * The canonical form of a number that is known to be valid, for lists that are cleaned and columns that are compared. What is canonical already
     * is given back as it is, so that most of a list costs no memory. Ask {@link #isValid} first, or {@link #parse} what the problem is: an
     * exception is dear.
     *
     * @param typed in any form that {@link #parse} reads; null is none
     * @return nine characters, as {@link #value} gives them
     * @throws IllegalArgumentException if it is no identity number; the message says what the problem is and never repeats the argument
     */
    static String canonical(String typed) {
        int reading = NumberReader.read(typed);
        if (reading < 0) {
            throw new IllegalArgumentException("not an identity number: " + NumberProblem.of(typed));
        }
        return NumberReader.isCanonical(typed) ? typed : text(reading);
    }

    /**
     * A number from its canonical form, as a registry keeps it.
     *
     * @param canonical nine characters, as {@link #value} gives them
     * @return the number
     * @throws IllegalArgumentException if it is not canonical; the message says what the problem is and never repeats
     *     the argument
     */
    static IdentityNumber of(String canonical) {
        int reading = NumberReader.read(canonical);
        if (reading < 0) {
            throw new IllegalArgumentException("not an identity number: " + NumberProblem.of(canonical));
        }
        if (!NumberReader.isCanonical(canonical)) {
            throw new IllegalArgumentException("an identity number, but not in its canonical form");
        }
        return of(reading);
    }

    private static String text(int reading) {
        int number = NumberReader.number(reading);
        return NumberReader.isNie(reading) ? Nie.text(number) : Dni.text(number);
    }

    private static IdentityNumber of(int reading) {
        return NumberReader.isNie(reading)
                ? new Nie(NumberReader.number(reading))
                : new Dni(NumberReader.number(reading));
    }
}

package dev.clave.identity;

import org.jspecify.annotations.Nullable;

/**
 * Reads an identity number in one pass without allocating: a reading is the number itself, or negative. Why something
 * is not a number is another question, asked of few.
 *
 * @see NumberProblem
 */
final class NumberReader {
    /** Added to the number of a NIE, which is always under 30 million, to tell it from that of a DNI. */
    private static final int NIE = 100_000_000;

    private static final int UNREAD = -1;
    private static final int NOT_PLAIN = -2;
    private static final int DNI_DIGITS = 8;
    private static final int NIE_DIGITS = 7;

    private NumberReader() {}

    static boolean isNie(int reading) {
        return reading >= NIE;
    }

    static int number(int reading) {
        return reading % NIE;
    }

    static int read(@Nullable CharSequence typed) {
        if (typed == null || typed.length() > Characters.LONGEST) {
            return UNREAD;
        }
        int reading = readPlain(typed);
        return reading == NOT_PLAIN ? readDecorated(typed) : reading;
    }

    /** Whether what is a number has nothing between its symbols, no zero missing or too many, and no lower case. */
    static boolean isCanonical(String number) {
        if (number.length() != DNI_DIGITS + 1) {
            return false;
        }
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!Characters.isDigit(c) && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Most of what arrives is a digit or the series of a NIE, seven digits and a letter, with perhaps a separator before it. */
    private static int readPlain(CharSequence typed) {
        int last = typed.length() - 1;
        boolean plain =
                last == DNI_DIGITS || (last == DNI_DIGITS + 1 && Characters.isSeparator(typed.charAt(DNI_DIGITS)));
        return plain
                ? readPlain(typed, Characters.upper(typed.charAt(0)), Characters.upper(typed.charAt(last)))
                : NOT_PLAIN;
    }

    private static int readPlain(CharSequence typed, char first, char letter) {
        boolean nie = first >= 'X' && first <= 'Z';
        int number = nie ? first - 'X' : first - '0';
        if (number < 0 || number > 9) {
            return NOT_PLAIN;
        }
        for (int i = 1; i < DNI_DIGITS; i++) {
            int digit = typed.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return NOT_PLAIN;
            }
            number = number * 10 + digit;
        }
        if (letter == CheckLetter.of(number)) {
            return nie ? NIE + number : number;
        }
        return letter >= 'A' && letter <= 'Z' ? UNREAD : NOT_PLAIN;
    }

    /** At most one letter, digits, one letter; whatever separators between. */
    private static int readDecorated(CharSequence typed) {
        char series = 0;
        char letter = 0;
        int digits = 0;
        int number = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = Characters.upper(typed.charAt(i));
            if (Characters.isDigit(c) && letter == 0 && digits < DNI_DIGITS) {
                number = number * 10 + (c - '0');
                digits++;
            } else if (Characters.isLetter(c) && digits == 0 && series == 0) {
                series = c;
            } else if (Characters.isLetter(c) && digits > 0 && letter == 0) {
                letter = c;
            } else if (!Characters.isSeparator(c)) {
                return UNREAD;
            }
        }
        int reading = series == 0 ? dni(typed, digits, number) : nie(series, digits, number);
        return reading >= 0 && letter == CheckLetter.of(number(reading)) ? reading : UNREAD;
    }

    private static int dni(CharSequence typed, int digits, int number) {
        return digits == DNI_DIGITS || !isSigned(typed) ? number : UNREAD;
    }

    private static int nie(char series, int digits, int number) {
        boolean old = series == 'X' && digits == NIE_DIGITS + 1 && number < Nie.SERIES;
        boolean current = series >= 'X' && series <= 'Z' && digits == NIE_DIGITS;
        return old || current ? NIE + (series - 'X') * Nie.SERIES + number : UNREAD;
    }

    /** A minus before a short number stands where a digit is missing: such a number is not filled up with zeros. */
    static boolean isSigned(CharSequence typed) {
        int i = 0;
        while (i < typed.length() && Characters.isSpace(typed.charAt(i))) {
            i++;
        }
        return i < typed.length() && Characters.isDash(typed.charAt(i));
    }
}

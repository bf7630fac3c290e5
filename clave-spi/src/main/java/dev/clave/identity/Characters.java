package dev.clave.identity;

import org.jspecify.annotations.Nullable;

/** Which characters people type between the ones that count, and which ones are refused. */
final class Characters {
    /** No accepted form, however decorated, is longer. Checked before anything is looked at. */
    static final int LONGEST = 32;

    private Characters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return upper(c) >= 'A' && upper(c) <= 'Z';
    }

    /** Upper case by arithmetic: a locale would turn the i of a Turkish host into a letter that is none of ours. */
    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    static boolean isSpace(char c) {
        return c == ' ' || (c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR) || isInvisible(c);
    }

    static boolean isDash(char c) {
        return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212' || c == '\uFE58' || c == '\uFE63';
    }

    static boolean isSeparator(char c) {
        return isSpace(c) || isDash(c) || c == '.' || c == '/' || c == '_';
    }

    /** Zero-width space and byte order mark: what copying from a page or a file leaves behind. */
    static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\uFEFF';
    }

    /** The first character that belongs in no number at all; null when there is none. */
    static @Nullable Problem firstStrange(CharSequence typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!isDigit(c) && !isLetter(c) && !isSeparator(c)) {
                return strange(c);
            }
        }
        return null;
    }

    /** The letters and digits alone, in upper case. */
    static String symbols(CharSequence typed) {
        StringBuilder symbols = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (isDigit(c) || isLetter(c)) {
                symbols.append(upper(c));
            }
        }
        return symbols.toString();
    }

    /** What is wrong with a character that is neither letter, digit nor separator. */
    static Problem strange(char c) {
        if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || isBidiMark(c)) {
            return Problem.CONTROL_CHARACTER;
        }
        return c > 0x7F ? Problem.NOT_ASCII : Problem.UNEXPECTED_CHARACTER;
    }

    private static boolean isBidiMark(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}

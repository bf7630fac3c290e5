package dev.clave.internal.pin;

import dev.clave.identity.Problem;

/** What people type between the characters that count, and what is wrong with the others. */
final class Typed {
    /** No PIN or code, however decorated, is longer. Checked before anything is looked at. */
    static final int LONGEST = 32;

    private Typed() {}

    /** Upper case by arithmetic, for a locale would turn a Turkish host's i into a letter outside ASCII. */
    static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
    }

    /** A space of any width, none included. */
    static boolean isSpace(char c) {
        return c == ' '
                || c == '\u200B'
                || c == '\u2060'
                || c == '\uFEFF'
                || (c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    static boolean isDash(char c) {
        return c == '-' || c == '\u2212' || (c > 0x7F && Character.getType(c) == Character.DASH_PUNCTUATION);
    }

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

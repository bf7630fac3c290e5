package dev.clave.internal.texts;

import java.util.OptionalInt;

/**
 * A piece of text that a host has a say in, made fit to stand within a line of an SMS. It is refused rather than cut.
 */
final class Line {
    /**
     * Longer texts are refused before they are looked at. Letters that are written as letter and marks have room in
     * it.
     */
    private static final int LONGEST = 160;

    private Line() {}

    static String of(String what, String text, int most) {
        if (text.length() > LONGEST) {
            throw refused(what, "has " + text.length() + " characters, more than " + most + " septets");
        }
        OptionalInt outside = Gsm7.unfoldable(text);
        if (outside.isPresent()) {
            throw refused(
                    what, "holds " + Gsm7.codePoint(outside.getAsInt()) + ", which an SMS cannot carry in a line");
        }
        String line = Gsm7.fold(text).orElseThrow().strip();
        if (line.isEmpty()) {
            throw refused(what, "is blank");
        }
        if (Gsm7.septets(line) > most) {
            throw refused(what, "has " + Gsm7.septets(line) + " septets, more than " + most);
        }
        return withoutOrigin(what, line);
    }

    /** Browsers look for an at sign at the beginning of a word, a host name, and the PIN after a number sign. */
    private static String withoutOrigin(String what, String line) {
        for (int at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1))) {
                throw refused(what, "holds U+0040 where a word begins, which would read as the origin of a PIN");
            }
        }
        return line;
    }

    private static IllegalArgumentException refused(String what, String why) {
        return new IllegalArgumentException(what + " " + why);
    }
}

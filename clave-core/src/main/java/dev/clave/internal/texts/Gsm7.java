package dev.clave.internal.texts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one SMS can carry: the GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1). A character
 * of the extension takes two septets. A text of at most 160 septets is one segment; a single character from elsewhere
 * would leave room for 70.
 */
public final class Gsm7 {
    /** The septets of one segment. */
    public static final int SEGMENT = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** What Unicode does not take apart, in the characters that stand for it. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('·', "."),
            Map.entry('º', "o"),
            Map.entry('ª', "a"),
            Map.entry('ŀ', "l."),
            Map.entry('Ŀ', "L."),
            Map.entry('…', "..."),
            Map.entry('œ', "oe"),
            Map.entry('Œ', "OE"),
            Map.entry('ł', "l"),
            Map.entry('Ł', "L"),
            Map.entry('đ', "d"),
            Map.entry('Đ', "D"),
            Map.entry('ı', "i"));

    private static final String SINGLE_QUOTES = "`´\u2018\u2019\u201A\u201B\u2032";
    private static final String DOUBLE_QUOTES = "«»\u201C\u201D\u201E\u201F\u2033";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private Gsm7() {}

    /**
     * How many septets a text takes, line breaks included.
     *
     * @throws IllegalArgumentException if a character is outside the alphabet; the message names its code point alone
     */
    public static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (BASIC.indexOf(c) >= 0) {
                septets++;
            } else if (EXTENSION.indexOf(c) >= 0) {
                septets += 2;
            } else {
                throw new IllegalArgumentException(
                        codePoint(text.codePointAt(i)) + " is not in the GSM 7-bit alphabet");
            }
        }
        return septets;
    }

    /**
     * The text in characters of the alphabet: what is in it stays, letters from outside lose their diacritics,
     * typographic quotes, dashes and spaces become plain. Folding twice changes nothing more.
     *
     * @return the folded text; empty if there is a control (line breaks too), a mark of direction, an emoji or a
     *     letter of another script
     */
    public static Optional<String> fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (unfoldableIn(composed).isPresent()) {
            return Optional.empty();
        }
        StringBuilder folded = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            folded.append(isMarkOfLetter(composed, i) ? "" : fold(composed.charAt(i)));
        }
        return Optional.of(folded.toString());
    }

    /** The first code point that {@link #fold} has nothing for; empty if there is none. */
    static OptionalInt unfoldable(String text) {
        return unfoldableIn(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    /** A code point as Unicode writes it: the one way to name a character that should not be printed. */
    static String codePoint(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private static OptionalInt unfoldableIn(String composed) {
        for (int i = 0; i < composed.length(); i++) {
            if (fold(composed.charAt(i)).isEmpty() && !isMarkOfLetter(composed, i)) {
                return OptionalInt.of(composed.codePointAt(i));
            }
        }
        return OptionalInt.empty();
    }

    /** What stands for one character; empty if nothing does. */
    private static String fold(char c) {
        if (Character.isISOControl(c) || Character.isSurrogate(c)) {
            return "";
        }
        if (isCarried(c)) {
            return String.valueOf(c);
        }
        String plain = PLAIN.get(c);
        return plain != null ? plain : foldMark(c);
    }

    private static String foldMark(char c) {
        if (Character.getType(c) == Character.SPACE_SEPARATOR) {
            return " ";
        }
        if (DASHES.indexOf(c) >= 0) {
            return "-";
        }
        if (DOUBLE_QUOTES.indexOf(c) >= 0) {
            return "\"";
        }
        return SINGLE_QUOTES.indexOf(c) >= 0 ? "'" : withoutDiacritics(c);
    }

    private static String withoutDiacritics(char c) {
        String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        char letter = parts.charAt(0);
        boolean marked = parts.length() > 1 && Character.isLetter(letter) && isCarried(letter);
        for (int i = 1; i < parts.length(); i++) {
            marked &= isMark(parts.charAt(i));
        }
        return marked ? String.valueOf(letter) : "";
    }

    /** A mark that no composed letter has room for, on a letter that it may be taken from. */
    private static boolean isMarkOfLetter(String composed, int at) {
        int letter = at;
        while (letter > 0 && isMark(composed.charAt(letter))) {
            letter--;
        }
        return letter < at && Character.isLetter(composed.charAt(letter));
    }

    private static boolean isMark(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isCarried(char c) {
        return BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0;
    }
}

package dev.clave.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a date as people type it. No locale, no time zone and no calendar but ISO's has a say in it. */
final class DateReader {
    /** Printed on every permanent DNI. */
    private static final LocalDate PERMANENT = LocalDate.of(9999, 1, 1);
    /** The first cards were issued in 1951. */
    private static final int FIRST_YEAR = 1951;

    private DateReader() {}

    static Parsed<LocalDate> read(@Nullable CharSequence typed) {
        if (typed == null) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        if (typed.length() > Characters.LONGEST) {
            return new Parsed.Invalid<>(Problem.TOO_LONG);
        }
        return readTrimmed(trimmed(typed));
    }

    /** What keeps a real date from being on a DNI. */
    static Optional<Problem> problem(LocalDate date) {
        if (date.equals(PERMANENT)) {
            return Optional.of(Problem.PERMANENT_DATE);
        }
        if (date.getYear() > 9998) {
            return Optional.of(Problem.NO_SUCH_DATE);
        }
        return date.getYear() < FIRST_YEAR ? Optional.of(Problem.TOO_EARLY) : Optional.empty();
    }

    private static Parsed<LocalDate> readTrimmed(String text) {
        Problem strange = firstStrange(text);
        if (strange != null) {
            return new Parsed.Invalid<>(strange);
        }
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Characters.isLetter(text.charAt(i))) {
                return new Parsed.Invalid<>(Problem.MALFORMED);
            }
            digits += Characters.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == 0 ? new Parsed.Invalid<>(Problem.EMPTY) : readForms(text);
    }

    private static Parsed<LocalDate> readForms(String text) {
        if (isShape(text, "0000-00-00") && separator(text.charAt(4)) == '-' && separator(text.charAt(7)) == '-') {
            return date(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        }
        if (isShape(text, "00-00-0000") && separator(text.charAt(2)) == separator(text.charAt(5))) {
            return date(number(text, 6, 10), number(text, 3, 5), number(text, 0, 2));
        }
        return new Parsed.Invalid<>(isShape(text, "00-00-00") ? Problem.TWO_DIGIT_YEAR : Problem.MALFORMED);
    }

    private static Parsed<LocalDate> date(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return problem(date).<Parsed<LocalDate>>map(Parsed.Invalid::new).orElseGet(() -> new Parsed.Valid<>(date));
        } catch (DateTimeException noSuchDate) {
            return new Parsed.Invalid<>(Problem.NO_SUCH_DATE);
        }
    }

    private static @Nullable Problem firstStrange(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Characters.isDigit(c) && !Characters.isLetter(c) && separator(c) == 0) {
                return Characters.strange(c);
            }
        }
        return null;
    }

    /** Whether there are digits where the shape has 0, and separators where it has a dash. */
    private static boolean isShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            if (Characters.isDigit(text.charAt(i)) != (shape.charAt(i) == '0')) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** Dashes of every kind count as one separator, spaces of every kind as another; 0 for what is none. */
    private static char separator(char c) {
        if (Characters.isDash(c)) {
            return '-';
        }
        if (Characters.isSpace(c)) {
            return ' ';
        }
        return c == '/' || c == '.' ? c : 0;
    }

    /** Without what copying leaves behind, and without the spaces around the date. */
    private static String trimmed(CharSequence typed) {
        StringBuilder text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!Characters.isInvisible(c) && !(text.isEmpty() && Characters.isSpace(c))) {
                text.append(c);
            }
        }
        while (!text.isEmpty() && Characters.isSpace(text.charAt(text.length() - 1))) {
            text.setLength(text.length() - 1);
        }
        return text.toString();
    }
}

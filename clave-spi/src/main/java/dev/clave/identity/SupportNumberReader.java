package dev.clave.identity;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the number of a foreigner's card or certificate. */
final class SupportNumberReader {
    private static final int DIGITS = 8;
    private static final Pattern ACCEPTED = Pattern.compile("([EC])([0-9]{1,8})");
    private static final List<Shape> SHAPES = List.of(
            Shape.of("[0-9]{1,8}", Problem.MISSING_PREFIX),
            Shape.of("[EC]|[EC]?[0-9]{9,}", Problem.WRONG_LENGTH),
            Shape.of("[A-Z]{3}[0-9]{6}", Problem.IDESP));
    private static final Pattern MIXED = Pattern.compile("[EC]?([0-9OIL]{2,8})");

    private SupportNumberReader() {}

    static Parsed<String> read(@Nullable CharSequence typed) {
        if (typed == null) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        if (typed.length() > Characters.LONGEST) {
            return new Parsed.Invalid<>(Problem.TOO_LONG);
        }
        Problem strange = Characters.firstStrange(typed);
        return strange != null ? new Parsed.Invalid<>(strange) : readSymbols(Characters.symbols(typed));
    }

    private static Parsed<String> readSymbols(String symbols) {
        if (symbols.isEmpty()) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        Matcher accepted = ACCEPTED.matcher(symbols);
        if (accepted.matches()) {
            String digits = accepted.group(2);
            return new Parsed.Valid<>(accepted.group(1) + "0".repeat(DIGITS - digits.length()) + digits);
        }
        return new Parsed.Invalid<>(
                IdentityNumber.isValid(symbols) ? Problem.IDENTITY_NUMBER : Shape.problem(SHAPES, MIXED, symbols));
    }
}

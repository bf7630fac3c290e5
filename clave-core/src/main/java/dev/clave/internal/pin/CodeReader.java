package dev.clave.internal.pin;

import dev.clave.Alphabet;
import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the code that a person chose: four of A to Z and 0 to 9 in any case, with nothing between them. */
public final class CodeReader {
    /** How many characters a code has. */
    public static final int LENGTH = 4;

    private CodeReader() {}

    /** The code in upper case, or what is wrong with it. Looks at no state. */
    public static Parsed<String> read(@Nullable CharSequence typed) {
        if (typed == null) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        if (typed.length() > Typed.LONGEST) {
            return new Parsed.Invalid<>(Problem.TOO_LONG);
        }
        int from = 0;
        int to = typed.length();
        while (from < to && Typed.isSpace(typed.charAt(from))) {
            from++;
        }
        while (from < to && Typed.isSpace(typed.charAt(to - 1))) {
            to--;
        }
        return read(typed, from, to);
    }

    private static Parsed<String> read(CharSequence typed, int from, int to) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = from; i < to; i++) {
            char symbol = Typed.upper(typed.charAt(i));
            if (Alphabet.CODE.indexOf(symbol) < 0) {
                return new Parsed.Invalid<>(Typed.strange(symbol));
            }
            code.append(symbol);
        }
        if (code.length() != LENGTH) {
            return new Parsed.Invalid<>(code.isEmpty() ? Problem.EMPTY : Problem.WRONG_LENGTH);
        }
        return new Parsed.Valid<>(code.toString());
    }
}

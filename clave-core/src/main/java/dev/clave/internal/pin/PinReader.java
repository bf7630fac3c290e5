package dev.clave.internal.pin;

import dev.clave.Alphabet;
import dev.clave.identity.Parsed;
import dev.clave.identity.Problem;
import dev.clave.spi.Secret;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads a PIN as people type it: any case, spaces and dashes between, 0 for O. */
public final class PinReader {
    private PinReader() {}

    /** The PIN in its canonical form, or what is wrong with it. Looks at no state. */
    public static Parsed<Secret> read(@Nullable CharSequence typed, Alphabet alphabet, int length) {
        if (typed == null) {
            return new Parsed.Invalid<>(Problem.EMPTY);
        }
        if (typed.length() > Typed.LONGEST) {
            return new Parsed.Invalid<>(Problem.TOO_LONG);
        }
        char[] symbols = new char[Typed.LONGEST];
        try {
            return read(typed, alphabet, length, symbols);
        } finally {
            Arrays.fill(symbols, '\0');
        }
    }

    private static Parsed<Secret> read(CharSequence typed, Alphabet alphabet, int length, char[] symbols) {
        int count = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (Typed.isSpace(c) || Typed.isDash(c)) {
                continue;
            }
            char symbol = symbol(c, alphabet);
            if (alphabet.indexOf(symbol) < 0) {
                return new Parsed.Invalid<>(Typed.strange(c));
            }
            symbols[count++] = symbol;
        }
        if (count != length) {
            return new Parsed.Invalid<>(count == 0 ? Problem.EMPTY : Problem.WRONG_LENGTH);
        }
        return new Parsed.Valid<>(Secret.of(CharBuffer.wrap(symbols, 0, count)));
    }

    /** Zero and O look alike: whichever the alphabet lacks is read as the other. */
    private static char symbol(char typed, Alphabet alphabet) {
        char upper = Typed.upper(typed);
        if (upper == '0' && alphabet.indexOf('0') < 0) {
            return 'O';
        }
        return upper == 'O' && alphabet.indexOf('O') < 0 ? '0' : upper;
    }
}

package dev.clave.attack;

import java.util.List;
import java.util.stream.IntStream;

/** Guesses. */
final class Pins {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Pins() {}

    /** So many PINs of the same length, each different from the others and from this one. */
    static List<String> otherThan(String right, int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> guess(i, right.length()))
                .filter(guess -> !guess.equals(right))
                .limit(count)
                .toList();
    }

    static String otherThan(String right) {
        return otherThan(right, 1).get(0);
    }

    private static String guess(int number, int length) {
        char[] symbols = new char[length];
        int rest = number;
        for (int i = length - 1; i >= 0; i--) {
            symbols[i] = ALPHABET.charAt(rest % 32);
            rest /= 32;
        }
        return new String(symbols);
    }
}

package dev.clave.benchmarks.identity;

/** A loop written by hand for the forms of the mix and no other: about as fast as this can be. */
final class LoopPeer {
    private static final int COUNTED = 8;

    private LoopPeer() {}

    static boolean isValid(String typed) {
        int last = typed.length() - 1;
        if (last != COUNTED && (last != COUNTED + 1 || "-. ".indexOf(typed.charAt(COUNTED)) < 0)) {
            return false;
        }
        char letter = typed.charAt(last);
        int number = number(typed);
        return number >= 0
                && Mix.LETTERS.charAt(number % Mix.LETTERS.length()) == (letter < 'a' ? letter : letter - 32);
    }

    /** What stands before the letter; negative when that is no number. */
    private static int number(String typed) {
        char first = typed.charAt(0);
        int number = first >= 'X' && first <= 'Z' ? first - 'X' : digit(first);
        for (int i = 1; i < COUNTED; i++) {
            int digit = digit(typed.charAt(i));
            if (number < 0 || digit < 0) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static int digit(char typed) {
        return typed >= '0' && typed <= '9' ? typed - '0' : -1;
    }
}

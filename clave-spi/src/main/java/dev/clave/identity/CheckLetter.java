package dev.clave.identity;

/** The check letter: the remainder by 23 picks one of a table that the Ministry of the Interior publishes. */
final class CheckLetter {
    private static final String TABLE = "TRWAGMYFPDXBNJZSQVHLCKE";

    private CheckLetter() {}

    static char of(int number) {
        return TABLE.charAt(number % TABLE.length());
    }

    /** Writes the number with its leading zeros. */
    static void digits(int number, byte[] into, int from, int count) {
        int rest = number;
        for (int i = from + count - 1; i >= from; i--) {
            into[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}

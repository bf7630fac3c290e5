package dev.clave.benchmarks.identity;

import java.util.Locale;

/** The kind that tutorials show: {@code String.replaceAll}, {@code matches} and {@code substring}, which compile an expression at each call. */
final class PastedPeer {
    private static final String[] LETTERS = {
        "T", "R", "W", "A", "G", "M", "Y", "F", "P", "D", "X", "B", "N", "J", "Z", "S", "Q", "V", "H", "L", "C", "K",
        "E"
    };

    private PastedPeer() {}

    static boolean isValid(String typed) {
        String number = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.-]", "");
        if (!number.matches("^[XYZ0-9][0-9]{7}[A-Z]$")) {
            return false;
        }
        String digits = number.substring(0, 8)
                .replaceFirst("^X", "0")
                .replaceFirst("^Y", "1")
                .replaceFirst("^Z", "2");
        int rest = Integer.parseInt(digits) % 23;
        return LETTERS[rest].equals(number.substring(8));
    }
}

package dev.clave.example.console;

import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a phone.
 *
 * @param name whose it is, or what it is called
 * @param time what its clock says
 * @param rows what is on its screen
 * @param foot what stands below that
 */
record Frame(String name, String time, List<String> rows, String foot) {
    /** How many columns it takes. */
    static final int WIDTH = 36;

    private static final int INSIDE = WIDTH - 4;

    static List<String> wrap(String text) {
        return Layout.wrap(text, INSIDE);
    }

    List<String> draw() {
        List<String> lines = new ArrayList<>();
        lines.add(rule("┌", "┐"));
        lines.add(row(Layout.pad(name, INSIDE - time.length()) + time));
        lines.add(rule("├", "┤"));
        rows.forEach(text -> lines.add(row(text)));
        lines.add(rule("├", "┤"));
        lines.add(row(foot));
        lines.add(rule("└", "┘"));
        return lines;
    }

    private static String rule(String from, String to) {
        return from + "─".repeat(WIDTH - 2) + to;
    }

    private static String row(String text) {
        return "│ " + Layout.pad(text, INSIDE) + " │";
    }
}

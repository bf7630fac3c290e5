package dev.clave.example.console;

import java.util.ArrayList;
import java.util.List;

/** Puts text into lines and columns. */
final class Layout {
    /** What fits any terminal, one column left free so that none wraps. */
    static final int WIDTH = 79;

    private Layout() {}

    /** The lines of a text, broken between words; a word that is too long is cut. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
            while (line.length() > width) {
                lines.add(line.substring(0, width));
                line.delete(0, width);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** Two blocks side by side, the left one of that width. */
    static List<String> beside(List<String> left, int width, List<String> right) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            lines.add((pad(line(left, i), width) + line(right, i)).stripTrailing());
        }
        return lines;
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }
}

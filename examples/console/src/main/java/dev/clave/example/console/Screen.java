package dev.clave.example.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;

/** Where everything is written: lines of at most 79 characters, in the letters that the terminal has. */
final class Screen {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST_ECHO = 40;
    private static final String ESCAPE = "\u001b";

    private final PrintStream out;
    private final Letters letters;

    Screen(OutputStream out, Charset charset) {
        this.out = new PrintStream(out, true, charset);
        this.letters = new Letters(charset);
    }

    void line(String text) {
        out.println(letters.fit(text));
    }

    void lines(List<String> lines) {
        lines.forEach(this::line);
    }

    /** A text of any length, and an empty line. */
    void paragraph(String text) {
        lines(Layout.wrap(text, Layout.WIDTH));
        line("");
    }

    /** A line across, before a new scene. */
    void rule() {
        line("─".repeat(Layout.WIDTH));
    }

    /** What the tour has to say. */
    void note(String text) {
        Layout.wrap(text, Layout.WIDTH - 3).forEach(line -> line(" * " + line));
        line("");
    }

    void title(String text) {
        line(text);
        line("─".repeat(text.length()));
    }

    /** A page, and the question below it; the cursor stays behind the question. */
    void ask(List<String> page, String question) {
        lines(page);
        out.print(letters.fit(question) + ": ");
        out.flush();
    }

    /** What was answered, where no terminal has shown it. Invisible characters are not passed on. */
    void echo(String answer) {
        String visible = INVISIBLE.matcher(answer).replaceAll("?");
        line(visible.length() > LONGEST_ECHO ? visible.substring(0, LONGEST_ECHO) + "…" : visible);
        line("");
    }

    /** Writes what has changed of the page above the question, and returns to where the person is typing. */
    void repaint(List<String> before, List<String> after) {
        StringBuilder changes = new StringBuilder();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changes.append(ESCAPE)
                        .append("7")
                        .append(ESCAPE)
                        .append("[")
                        .append(before.size() - i)
                        .append("A\r");
                changes.append(letters.fit(after.get(i)))
                        .append(ESCAPE)
                        .append("[K")
                        .append(ESCAPE)
                        .append("8");
            }
        }
        out.print(changes);
        out.flush();
    }
}

package dev.clave.example.console;

import dev.clave.testkit.FakePhone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small drawing of the phone, with the last message and how long its PIN lives. */
final class Phone {
    /** How many columns the drawing takes. */
    static final int WIDTH = 36;

    private static final int INSIDE = WIDTH - 4;

    private final Speech speech;
    private final DemoClock clock;

    Phone(Speech speech, DemoClock clock) {
        this.speech = speech;
        this.clock = clock;
    }

    List<String> draw(FakePhone phone, Instant expiresAt) {
        String owner = phone.number().masked();
        List<String> lines = new ArrayList<>();
        lines.add(rule("┌", "┐"));
        lines.add(row(owner + " ".repeat(INSIDE - owner.length() - speech.now().length()) + speech.now()));
        lines.add(rule("├", "┤"));
        Layout.wrap(phone.lastText(), INSIDE).forEach(line -> lines.add(row(line)));
        lines.add(rule("├", "┤"));
        lines.add(row(life(clock.until(expiresAt))));
        lines.add(rule("└", "┘"));
        return lines;
    }

    private String life(Duration left) {
        return left.isZero()
                ? speech.text("phone.expired")
                : speech.text("phone.expires", Map.of("left", Speech.countdown(left)));
    }

    private static String rule(String from, String to) {
        return from + "─".repeat(WIDTH - 2) + to;
    }

    private static String row(String text) {
        return "│ " + Layout.pad(text, INSIDE) + " │";
    }
}

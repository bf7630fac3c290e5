package dev.clave.example.console;

import dev.clave.testkit.FakeDevice;
import dev.clave.testkit.ShownPin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small drawing of the app, with the PIN that waits and how long it lives. It asks the server each time. */
final class App {
    private static final int ROWS = 5;

    private final Speech speech;

    App(Speech speech) {
        this.speech = speech;
    }

    List<String> draw(FakeDevice device) {
        Optional<ShownPin> pin = device.poll();
        return new Frame(
                        device.name(),
                        speech.now(),
                        filled(pin.map(this::shown).orElseGet(this::nothing)),
                        pin.map(shown -> left(device)).orElse(""))
                .draw();
    }

    private List<String> shown(ShownPin pin) {
        List<String> rows = new ArrayList<>();
        rows.add(pin.organisation());
        rows.add(speech.text("purpose." + pin.purpose()));
        rows.addAll(pin.summary().map(Frame::wrap).orElse(List.of()));
        rows.add(speech.text("app.code", Map.of("code", pin.code())));
        rows.add(speech.text("app.pin", Map.of("pin", pin.revealPin())));
        return rows;
    }

    private List<String> nothing() {
        return Frame.wrap(speech.text("app.nothing"));
    }

    private String left(FakeDevice device) {
        return speech.text("phone.expires", Map.of("left", Speech.countdown(device.left())));
    }

    /** A page keeps its number of lines while it waits. */
    private static List<String> filled(List<String> rows) {
        List<String> filled = new ArrayList<>(rows);
        while (filled.size() < ROWS) {
            filled.add("");
        }
        return filled;
    }
}

package dev.clave.example.console;

import dev.clave.testkit.FakePhone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A small drawing of the phone, with the last message and how long its PIN lives. */
final class Phone {
    private final Speech speech;
    private final DemoClock clock;

    Phone(Speech speech, DemoClock clock) {
        this.speech = speech;
        this.clock = clock;
    }

    List<String> draw(FakePhone phone, Instant expiresAt) {
        String owner = phone.number().masked();
        return new Frame(owner, speech.now(), Frame.wrap(phone.lastText()), life(clock.until(expiresAt))).draw();
    }

    private String life(Duration left) {
        return left.isZero()
                ? speech.text("phone.expired")
                : speech.text("phone.expires", Map.of("left", Speech.countdown(left)));
    }
}

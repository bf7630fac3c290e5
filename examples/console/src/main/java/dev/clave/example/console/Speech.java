package dev.clave.example.console;

import dev.clave.Outcome;
import dev.clave.Reason;
import dev.clave.Sentences;
import dev.clave.spi.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Speaks to the visitor in the language of the moment: the example's own texts, and the library's sentences for what a call answers. */
final class Speech {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Europe/Madrid"));

    private final Screen screen;
    private final InstantSource clock;
    private volatile Texts texts;

    Speech(Screen screen, InstantSource clock, Language language) {
        this.screen = screen;
        this.clock = clock;
        this.texts = Texts.in(language);
    }

    Screen screen() {
        return screen;
    }

    Language language() {
        return texts.language();
    }

    void speak(Language language) {
        texts = Texts.in(language);
    }

    String text(String key) {
        return texts.text(key);
    }

    String text(String key, Map<String, String> values) {
        return texts.text(key, values);
    }

    /** What the library has to say about an outcome. */
    String sentence(Outcome outcome) {
        return Sentences.in(language()).asOf(clock.instant()).of(outcome);
    }

    void say(String key) {
        say(key, Map.of());
    }

    void say(String key, Map<String, String> values) {
        screen.paragraph(text(key, values));
    }

    void say(Outcome outcome) {
        screen.paragraph(sentence(outcome));
    }

    /** Why a login does not go on. */
    void say(Reason reason) {
        screen.paragraph(Sentences.in(language()).of(reason));
    }

    String now() {
        return time(clock.instant());
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Minutes and seconds, such as 09:58; a second that has begun counts. */
    static String countdown(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return two(seconds / 60) + ":" + two(seconds % 60);
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}

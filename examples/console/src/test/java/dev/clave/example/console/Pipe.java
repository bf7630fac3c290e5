package dev.clave.example.console;

import dev.clave.Field;
import dev.clave.Outcome;
import dev.clave.Sentences;
import dev.clave.identity.Problem;
import dev.clave.spi.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Plays the example as a shell would, with answers through a pipe. The clock stands still where it is not put forward. */
final class Pipe {
    private static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    private static final List<String> ACTIVATED = List.of("4", "99999035A", "07-11-2019", "1", "2", "+1m");
    private static final List<String> WITH_THE_APP = and(ACTIVATED, "99999035A", "07-11-2019", "1");

    /** Every way through the example: what a visitor types, and a word for it. */
    static final Map<String, List<String>> WAYS = Map.ofEntries(
            Map.entry("a DNI", List.of("99999018D", "15-03-2031", "1", "2")),
            Map.entry("a permanent DNI", List.of("99999035A", "01-01-9999", "07/11/2019", "", "2")),
            Map.entry("a NIE", List.of("z-9999910-k", "e 112233", "1", "2")),
            Map.entry("a custom code", List.of("99999052C", "29-02-2028", "x", "2", "", "ñ", "ABC", "mar9", "2")),
            Map.entry("wrong PINs", List.of("99999018D", "15-03-2031", "1", "A", "AAAAAA", "BBBBBB", "CCCCCC")),
            Map.entry("again", List.of("99999018D", "15-03-2031", "1", "1", "+1m", "1", "+60s", "1", "+1m", "1", "2")),
            Map.entry("too late", List.of("99999018D", "15-03-2031", "1", "+10m", "2", "1", "2")),
            Map.entry("far too late", List.of("99999018D", "15-03-2031", "1", "+1h", "2")),
            Map.entry("signing", List.of("2", "Otro día, señor Núñez", "99999018D", "15-03-2031", "1", "3", "2")),
            Map.entry("signing the sample", List.of("2", "", "99999018", "99999052C", "29-02-2028", "1", "2")),
            Map.entry("the wrong datum", List.of("99999018D", "16-03-2031", "Z9999910K", "01-01-2031", "C00112233")),
            Map.entry(
                    "nobody who can",
                    List.of("99999006C", "14-07-2032", "99999007K", "08-08-2032", "99999099K", "30-06-2031")),
            Map.entry(
                    "too many logins",
                    List.of(
                            "99999018D",
                            "15-03-2031",
                            "9",
                            "99999018D",
                            "15-03-2031",
                            "9",
                            "99999018D",
                            "15-03-2031",
                            "9",
                            "99999018D",
                            "15-03-2031",
                            "9",
                            "99999018D",
                            "15-03-2031",
                            "9",
                            "99999018D",
                            "15-03-2031",
                            "9")),
            Map.entry("help, over and out", List.of("?", "99999018D", "9", "99999018D", "15-03-2031", "9", "0")),
            Map.entry("the app", and(WITH_THE_APP, "2")),
            Map.entry("an SMS instead", and(WITH_THE_APP, "1", "+1m", "1", "2")),
            Map.entry("not me", and(WITH_THE_APP, "5")),
            Map.entry("the app too late", and(WITH_THE_APP, "+10m", "2", "1", "2")),
            Map.entry("signing with the app", and(ACTIVATED, "2", "", "99999035A", "07-11-2019", "1", "3", "2")),
            Map.entry("another phone", and(ACTIVATED, "4", "99999035", "99999035A", "07-11-2019", "1", "5", "2")),
            Map.entry("the tour", List.of("3", "0")));

    private Pipe() {}

    /** What somebody types who goes that way. */
    static List<String> lines(String way) {
        return Objects.requireNonNull(WAYS.get(way), way);
    }

    private static List<String> and(List<String> first, String... then) {
        return Stream.concat(first.stream(), Stream.of(then)).toList();
    }

    static String play(List<String> answers, String... args) {
        return play(answers, StandardCharsets.UTF_8, Map.of("LANG", "C.UTF-8"), args);
    }

    static String play(List<String> answers, Charset charset, Map<String, String> environment, String... args) {
        byte[] typed =
                answers.isEmpty() ? new byte[0] : (String.join("\n", answers) + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Screen screen = new Screen(out, charset);
        Keyboard keyboard = new Keyboard(new Lines(new ByteArrayInputStream(typed), charset), screen, Terminal.NONE);
        new Console(screen, keyboard, () -> START).play(args, environment);
        return out.toString(charset);
    }

    /** What the library says, as the screen breaks it. */
    static String sentence(Outcome outcome) {
        return broken(Sentences.in(Language.EN).asOf(START).of(outcome));
    }

    /** What the library says, as the screen breaks it. */
    static String sentence(Field field, Problem problem) {
        return broken(Sentences.in(Language.EN).of(field, problem));
    }

    private static String broken(String text) {
        return String.join("\n", Layout.wrap(text, Layout.WIDTH)) + "\n";
    }
}

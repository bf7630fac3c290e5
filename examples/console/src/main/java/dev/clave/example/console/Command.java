package dev.clave.example.console;

import dev.clave.spi.Language;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be typed at any question instead of an answer. */
sealed interface Command {
    /** The languages, as they may be typed. */
    List<String> TONGUES = List.of("es", "ca", "va", "gl", "eu", "en");

    Pattern FORWARD = Pattern.compile("\\+ ?([0-9]{1,4}) ?([smhd])");

    record Quit() implements Command {}

    record StartOver() implements Command {}

    record Help() implements Command {}

    record Forward(Duration time) implements Command {}

    record Speak(Language language) implements Command {}

    static Optional<Command> of(String answer) {
        String typed = answer.strip().toLowerCase(Locale.ROOT);
        return switch (typed) {
            case "0", "q" -> Optional.of(new Quit());
            case "9" -> Optional.of(new StartOver());
            case "?" -> Optional.of(new Help());
            default -> TONGUES.contains(typed) ? Language.ofTag(typed).map(Speak::new) : forward(typed);
        };
    }

    private static Optional<Command> forward(String typed) {
        Matcher matcher = FORWARD.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(new Forward(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                }));
    }
}

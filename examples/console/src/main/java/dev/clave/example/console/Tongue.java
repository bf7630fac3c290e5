package dev.clave.example.console;

import dev.clave.spi.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which language to begin in. */
final class Tongue {
    private static final String OPTION = "--lang";

    private Tongue() {}

    /** That of the option, else that of the environment, else English. */
    static Language of(String[] args, Map<String, String> environment) {
        return option(args)
                .flatMap(Tongue::read)
                .or(() -> ofEnvironment(environment))
                .orElse(Language.EN);
    }

    /** Whether a language was asked for that is none of ours. */
    static boolean isUnknown(String[] args) {
        return option(args).filter(tag -> read(tag).isEmpty()).isPresent();
    }

    private static Optional<String> option(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(OPTION + "=")) {
                return Optional.of(args[i].substring(OPTION.length() + 1));
            }
            if (args[i].equals(OPTION) && i + 1 < args.length) {
                return Optional.of(args[i + 1]);
            }
        }
        return Optional.empty();
    }

    private static Optional<Language> ofEnvironment(Map<String, String> environment) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(environment::get)
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .findFirst()
                .flatMap(Tongue::read);
    }

    /** Reads {@code gl}, {@code ca-ES-valencia}, and what POSIX makes of them: {@code gl_ES.UTF-8}, {@code ca_ES.UTF-8@valencia}. */
    private static Optional<Language> read(String tag) {
        boolean valencian = tag.endsWith("@valencia");
        return Language.ofTag(tag.replaceAll("[.@].*", ""))
                .map(language -> valencian && language == Language.CA ? Language.CA_VALENCIA : language);
    }
}

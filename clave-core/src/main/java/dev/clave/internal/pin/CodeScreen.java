package dev.clave.internal.pin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which random codes are not given out, for they hold an insult or obscenity of three or four letters in one of the
 * languages spoken. A code that a person chose is never screened.
 */
public final class CodeScreen {
    static final List<String> LANGUAGES = List.of("ca", "en", "es", "eu", "gl");

    private static final Set<String> WORDS =
            LANGUAGES.stream().flatMap(CodeScreen::words).collect(Collectors.toUnmodifiableSet());
    private static final int SHORTEST = 3;

    private CodeScreen() {}

    /** Whether this code offends; a digit counts as the letter that it looks like. */
    public static boolean rejects(CharSequence code) {
        StringBuilder letters = new StringBuilder(code.length());
        for (int i = 0; i < code.length(); i++) {
            letters.append(letter(code.charAt(i)));
        }
        for (int from = 0; from + SHORTEST <= letters.length(); from++) {
            for (int to = from + SHORTEST; to <= letters.length(); to++) {
                if (WORDS.contains(letters.substring(from, to))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static char letter(char symbol) {
        int lookAlike = "013457".indexOf(symbol);
        return lookAlike < 0 ? symbol : "OIEAST".charAt(lookAlike);
    }

    /** The words of one language: one in a line, in capitals without accents; a line with # is a remark. */
    static Stream<String> words(String language) {
        String file = "offensive-" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(CodeScreen.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.clave.internal.pin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which random codes are not given out, for they hold an insult or obscenity of three or four letters in one of the
 * languages spoken. A code that a person chose is never screened.
 */
public final class CodeScreen {
    static final List<String> LANGUAGES = List.of("ca", "en", "es", "eu", "gl");

    /** Three or four letters in one number each, in order. */
    private static final int[] WORDS = LANGUAGES.stream()
            .flatMap(CodeScreen::words)
            .mapToInt(CodeScreen::packed)
            .sorted()
            .toArray();

    private static final int THREE_LETTERS = 0xFF_FF_FF;

    private CodeScreen() {}

    /** Whether this code offends; a digit counts as the letter that it looks like. */
    public static boolean rejects(CharSequence code) {
        int letters = packed(code);
        return isWord(letters) || isWord(letters >>> Byte.SIZE) || isWord(letters & THREE_LETTERS);
    }

    private static boolean isWord(int letters) {
        return Arrays.binarySearch(WORDS, letters) >= 0;
    }

    /** A byte for each of at most four letters, the last one lowest. */
    private static int packed(CharSequence word) {
        int packed = 0;
        for (int i = 0; i < word.length(); i++) {
            packed = packed << Byte.SIZE | letter(word.charAt(i));
        }
        return packed;
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

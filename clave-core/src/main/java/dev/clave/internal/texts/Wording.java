package dev.clave.internal.texts;

import dev.clave.spi.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The wording of one language, read once. Valencian has a file of what differs from Catalan. */
public final class Wording {
    private static final Map<Language, Wording> WORDINGS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            WORDINGS.put(language, new Wording(load(language)));
        }
    }

    private final Properties patterns;

    private Wording(Properties patterns) {
        this.patterns = patterns;
    }

    /** The wording of that language. */
    public static Wording in(Language language) {
        return Objects.requireNonNull(WORDINGS.get(language), "language");
    }

    /** Whether there is a pattern of that name. */
    public boolean has(String key) {
        return patterns.getProperty(key) != null;
    }

    /** The text of a pattern that has no places to fill. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /**
     * The text of a pattern, its places such as {@code {time}} filled in one pass: what is put in is not looked at
     * again.
     *
     * @throws IllegalStateException if there is no such pattern, or no value for one of its places
     */
    public String text(String key, Map<String, String> values) {
        String pattern = patterns.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("no wording for " + key);
        }
        StringBuilder text = new StringBuilder(pattern.length() * 2);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String place = pattern.substring(open + 1, close);
            text.append(pattern, from, open).append(value(values, key, place));
            from = close + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private static String value(Map<String, String> values, String key, String place) {
        String value = values.get(place);
        if (value == null) {
            throw new IllegalStateException("nothing to put into {" + place + "} of " + key);
        }
        return value;
    }

    private static Properties load(Language language) {
        Properties patterns = language == Language.CA_VALENCIA ? read(Language.CA) : new Properties();
        patterns.putAll(read(language));
        return patterns;
    }

    /** The file of that language alone. */
    static Properties read(Language language) {
        Properties patterns = new Properties();
        String file = language.tag() + ".properties";
        try (InputStream bytes = Wording.class.getResourceAsStream(file)) {
            Objects.requireNonNull(bytes, file);
            patterns.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return patterns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

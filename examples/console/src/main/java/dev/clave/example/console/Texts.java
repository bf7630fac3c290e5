package dev.clave.example.console;

import dev.clave.spi.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What the example itself says, in one language. Valencian has a file of what differs from Catalan. */
final class Texts {
    private final Language language;
    private final Properties texts;

    private Texts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    static Texts in(Language language) {
        Properties texts = language == Language.CA_VALENCIA ? read(Language.CA) : new Properties();
        texts.putAll(read(language));
        return new Texts(language, texts);
    }

    Language language() {
        return language;
    }

    /**
     * The text of that name, its places such as {@code {time}} filled.
     *
     * @throws IllegalArgumentException if there is none
     */
    String text(String key, Map<String, String> values) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace('{' + value.getKey() + '}', value.getValue());
        }
        return text;
    }

    String text(String key) {
        return text(key, Map.of());
    }

    /** The file of that language alone. */
    static Properties read(Language language) {
        String file = language.tag() + ".properties";
        Properties texts = new Properties();
        try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.clave.spring.security;

import dev.clave.spi.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The words of the default pages in one language. Sentences about outcomes are core's. */
final class PageTexts {
    private static final int LONGEST_HEADER = 4_096;
    private static final Map<Language, PageTexts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new PageTexts(language));
        }
    }

    private final Properties texts;

    private PageTexts(Language language) {
        texts = read(
                language == Language.CA_VALENCIA ? read(new Properties(), Language.CA) : new Properties(), language);
    }

    private static Properties read(Properties defaults, Language language) {
        Properties properties = new Properties(defaults);
        String name = "page-" + language.tag() + ".properties";
        try (InputStream bytes = Objects.requireNonNull(PageTexts.class.getResourceAsStream(name), name)) {
            properties.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static PageTexts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The first language of the browser's that there is; Spanish when there is none. */
    static Language languageOf(HttpServletRequest request) {
        return accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .map(range -> Language.ofTag(range.getRange()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Language.ES);
    }

    /** The header itself: servers refuse to read more than a few languages from it, and some browsers send many. */
    private static List<LanguageRange> accepted(@Nullable String header) {
        try {
            return header == null || header.isBlank() || header.length() > LONGEST_HEADER
                    ? List.of()
                    : LanguageRange.parse(header);
        } catch (IllegalArgumentException garbage) {
            return List.of();
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.getProperty(key));
    }

    String text(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("no text " + key));
    }
}

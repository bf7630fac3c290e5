package dev.clave.spi;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which a person is written to: the official ones of Spain, and English. */
public enum Language {
    /** Spanish (castellano). */
    ES("es"),
    /** Catalan. */
    CA("ca"),
    /** Valencian; where its wording does not differ from Catalan, the Catalan wording serves. */
    CA_VALENCIA("ca-ES-valencia"),
    /** Galician. */
    GL("gl"),
    /** Basque. */
    EU("eu"),
    /** English. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * The BCP 47 tag, such as {@code ca-ES-valencia}.
     *
     * @return the tag
     */
    public String tag() {
        return tag;
    }

    /**
     * The language of a BCP 47 tag such as a browser sends, with or without a region; {@code va} is read as Valencian.
     *
     * @param tag the tag, in any case
     * @return the language, empty when it is none of these
     */
    public static Optional<Language> ofTag(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        Locale locale = Locale.forLanguageTag(tag.strip().replace('_', '-'));
        boolean valencian = locale.getVariant().toLowerCase(Locale.ROOT).equals("valencia");
        return switch (locale.getLanguage()) {
            case "es" -> Optional.of(ES);
            case "ca" -> Optional.of(valencian ? CA_VALENCIA : CA);
            case "va" -> Optional.of(CA_VALENCIA);
            case "gl" -> Optional.of(GL);
            case "eu" -> Optional.of(EU);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}

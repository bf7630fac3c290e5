package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("each language is found by its tag")
    void ownTag(Language language) {
        assertThat(Language.ofTag(language.tag())).contains(language);
    }

    @ParameterizedTest
    @CsvSource({
        "es-ES, ES",
        "ES, ES",
        "es-419, ES",
        "es_MX, ES",
        "ca-AD, CA",
        "ca-valencia, CA_VALENCIA",
        "CA-es-VALENCIA, CA_VALENCIA",
        "va, CA_VALENCIA",
        "gl-ES, GL",
        "eu-FR, EU",
        "en-US, EN",
        "' en ', EN"
    })
    @DisplayName("a region and the case of the letters make no difference")
    void otherTags(String tag, Language language) {
        assertThat(Language.ofTag(tag)).contains(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fr", "e", "x-es", "español", "*", "es;q=0.8", "-es", "\u0000"})
    @DisplayName("another language, or no tag at all, is none")
    void none(String tag) {
        assertThat(Language.ofTag(tag)).isEmpty();
        assertThat(Language.ofTag(null)).isEmpty();
    }

    @Test
    @DisplayName("the host's locale makes no difference")
    void turkishHost() {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));

        assertThat(Language.ofTag("CA-ES-VALENCIA")).contains(Language.CA_VALENCIA);
        assertThat(Language.ofTag("EN-IE")).contains(Language.EN);
    }
}

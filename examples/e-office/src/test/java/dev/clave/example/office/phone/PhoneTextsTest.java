package dev.clave.example.office.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTextsTest {
    private static final Pattern KEY = Pattern.compile("#\\{(phone\\.[A-Za-z.]+)[}(]");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private static Properties texts(String language) {
        Properties texts = new Properties();
        String file = "/texts/phone_" + language + ".properties";
        try (InputStream bytes = PhoneTextsTest.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(Objects.requireNonNull(bytes, file), StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ca", "gl", "eu"})
    void every_language_has_the_texts_that_spanish_has(String language) {
        assertThat(texts(language).keySet()).isEqualTo(texts("es").keySet());
    }

    @Test
    void valencian_has_nothing_that_catalan_has_not_and_nothing_that_is_the_same() {
        Properties catalan = texts("ca");
        assertThat(catalan.keySet()).containsAll(texts("ca_ES_valencia").keySet());
        assertThat(texts("ca_ES_valencia").entrySet()).doesNotContainAnyElementsOf(catalan.entrySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "ca", "ca_ES_valencia", "gl", "eu"})
    void texts_are_whole_and_have_the_same_places_to_fill(String language) {
        Properties spanish = texts("es");
        texts(language).forEach((key, text) -> {
            assertThat((String) text).as("%s", key).isNotBlank();
            assertThat(places((String) text)).as("%s", key).isEqualTo(places(spanish.getProperty((String) key)));
            assertThat(((String) text).replace("''", ""))
                    .as("%s: a single apostrophe quotes, and would not be seen", key)
                    .doesNotContain("'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox.html", "app.html"})
    void every_text_of_a_page_exists(String page) {
        Matcher key = KEY.matcher(WorkerShell.asset("../" + page));
        assertThat(key.results().map(found -> found.group(1)).toList())
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(texts("es").getProperty(name)).as(name).isNotNull());
    }

    private static long places(String text) {
        return PLACE.matcher(text).results().count();
    }
}

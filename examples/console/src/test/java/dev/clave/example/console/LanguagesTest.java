package dev.clave.example.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.LoginRequest;
import dev.clave.spi.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_way_is_told_within_80_columns_without_an_empty_place(Language language) {
        Pipe.WAYS.forEach((name, answers) -> {
            String out = Pipe.play(answers, "--lang=" + language.tag());
            assertThat(out)
                    .as(name)
                    .doesNotContain("{", "}", "null")
                    .contains(Texts.in(language).text("bye"));
            assertThat(out.lines().filter(line -> line.length() > 80)).as(name).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "CA_VALENCIA")
    void every_language_says_all_that_English_says(Language language) {
        Properties english = Texts.read(Language.EN);
        Properties texts = Texts.read(language);
        assertThat(texts.keySet()).isEqualTo(english.keySet());
        english.stringPropertyNames()
                .forEach(key ->
                        assertThat(places(texts.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key))));
    }

    @Test
    void Valencian_says_nothing_twice_and_nothing_new() {
        Properties catalan = Texts.read(Language.CA);
        Properties valencian = Texts.read(Language.CA_VALENCIA);
        assertThat(catalan.keySet()).containsAll(valencian.keySet());
        valencian
                .stringPropertyNames()
                .forEach(key -> assertThat(valencian.getProperty(key)).as(key).isNotEqualTo(catalan.getProperty(key)));
    }

    @Test
    void nothing_long_is_left_in_another_language() {
        Properties english = Texts.read(Language.EN);
        Properties spanish = Texts.read(Language.ES);
        for (Language language : List.of(Language.CA, Language.GL, Language.EU)) {
            Properties texts = Texts.read(language);
            texts.stringPropertyNames().stream()
                    .filter(key -> texts.getProperty(key).length() > 50)
                    .forEach(key -> assertThat(texts.getProperty(key))
                            .as(language + " " + key)
                            .isNotIn(english.getProperty(key), spanish.getProperty(key)));
        }
    }

    @Test
    void every_text_is_used() {
        String source = source();
        assertThat(Texts.read(Language.EN).stringPropertyNames())
                .allSatisfy(key -> assertThat(source)
                        .containsAnyOf('"' + key + '"', '"' + key.substring(0, key.indexOf('.') + 1) + '"'));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_summary_fits_a_message(Language language) {
        assertThat(LoginRequest.of("", "").toSign(Texts.in(language).text("sign.summary"), "text"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "--lang=gl,es_ES.UTF-8,GL",
        "--lang=va,C,CA_VALENCIA",
        "--lang=xx,eu_ES.UTF-8,EU",
        "--tour,ca_ES.UTF-8@valencia,CA_VALENCIA",
        "--tour,ca_ES@euro,CA",
        "--tour,de_DE.UTF-8,EN",
        "--tour,C.UTF-8,EN",
        "--tour,'',EN"
    })
    void the_option_comes_before_the_environment(String arg, String environment, Language language) {
        assertThat(Tongue.of(new String[] {arg}, Map.of("LANG", environment))).isEqualTo(language);
    }

    @Test
    void the_language_may_be_changed_at_any_question() {
        assertThat(Pipe.play(List.of("gl", "99999018D", "eu", "15-03-2031", "EN", "1", "ca", "2")))
                .containsSubsequence(
                        "De agora en diante, en galego.",
                        "Cun DNI",
                        "Hemendik aurrera",
                        "Data (ee-hh-uuuu)",
                        "Choose 1 or 2",
                        "The PIN expires",
                        "El PIN caduca",
                        "L'aplicació rep");
    }

    @Test
    void an_unknown_language_is_told() {
        assertThat(Pipe.play(List.of("0"), "--lang=xx")).contains("There are: es, ca, va, gl, eu, en.");
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).map(LanguagesTest::read).collect(Collectors.joining());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

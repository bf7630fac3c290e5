package dev.clave.example.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.example.office.Visitor.Page;
import dev.clave.testkit.FakePeople;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Six languages: the browser's, or the one that was chosen, in the middle of a login too. */
class LanguagesTest extends OpenOffice {

    @ParameterizedTest
    @CsvSource({
        "es-ES, Identifíquese",
        "ca, Identifiqui's",
        "ca-ES-valencia, Identifique's",
        "gl, Identifíquese",
        "eu, Identifikatu",
        "en-GB, Identify yourself",
        "'de,eu;q=0.5', Identifikatu",
        "de, Identifíquese"
    })
    void the_page_is_in_the_language_of_the_browser(String accepted, String heading) {
        Visitor somebody = visitor();
        somebody.headers.put("Accept-Language", accepted);
        assertThat(somebody.get("/my-data").heading()).isEqualTo(heading);
    }

    @Test
    void a_language_that_was_chosen_stays_and_can_be_changed_in_the_middle() {
        Visitor gemma = visitor();
        Page enter = untilPin(gemma.get("/my-data"), FakePeople.GEMMA);
        String basque = enter.document().select("a[hreflang=eu]").attr("href");
        Page same = gemma.get(basque);
        assertThat(same.heading()).isEqualTo("Idatzi PINa");
        assertThat(same.value("code")).isEqualTo(enter.value("code"));
        assertThat(same.press("Sartu", "pin", "ZZZZZZ").notice())
                .contains("PIN")
                .doesNotContain("wrong");
        assertThat(gemma.get("/").document().select("html").attr("lang")).isEqualTo("eu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts/office", "texts/phone"})
    void every_text_is_there_in_every_language_with_the_same_places(String texts) throws IOException {
        Map<String, String> spanish = read(texts + "_es");
        assertThat(spanish).isNotEmpty();
        for (String language : Set.of("ca", "gl", "eu", "en")) {
            Map<String, String> others = read(texts + "_" + language);
            assertThat(others.keySet()).as(language).isEqualTo(spanish.keySet());
            spanish.forEach((key, text) -> assertThat(places(others.getOrDefault(key, "")))
                    .as(language + " " + key)
                    .isEqualTo(places(text)));
        }
        assertThat(spanish.keySet()).containsAll(read(texts + "_ca_ES_valencia").keySet());
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }

    private static Map<String, String> read(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader file = new InputStreamReader(
                java.util.Objects.requireNonNull(
                        LanguagesTest.class.getResourceAsStream("/" + name + ".properties"), name),
                StandardCharsets.UTF_8)) {
            texts.load(file);
        }
        Map<String, String> all = new TreeMap<>();
        texts.forEach((key, text) -> all.put((String) key, (String) text));
        return all;
    }
}

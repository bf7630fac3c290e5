package dev.clave.spring.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;

/** What an editor knows of the properties. */
class MetadataTest {
    private final Map<String, Object> metadata =
            JsonParserFactory.getJsonParser().parseMap(ours());

    private static String ours() {
        try {
            return Collections.list(MetadataTest.class
                            .getClassLoader()
                            .getResources("META-INF/spring-configuration-metadata.json"))
                    .stream()
                    .map(MetadataTest::text)
                    .filter(text -> text.contains("\"clave.nodes\""))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(URL url) {
        try (var in = url.openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(metadata.get(name));
    }

    @Test
    void every_property_is_described_in_more_than_a_word() {
        assertThat(list("properties"))
                .hasSizeGreaterThan(40)
                .allSatisfy(property -> assertThat(String.valueOf(property.get("description")))
                        .as("%s", property.get("name"))
                        .contains(" "));
    }

    @Test
    void every_property_is_known_to_the_search_for_slips_and_none_else() {
        assertThat(list("properties").stream()
                        .map(property -> String.valueOf(property.get("name")))
                        .filter(name -> name.startsWith("clave.")))
                .containsExactlyInAnyOrderElementsOf(UnknownProperties.KNOWN);
    }

    @Test
    void the_risks_of_redis_are_offered() {
        assertThat(list("hints"))
                .singleElement()
                .satisfies(hint ->
                        assertThat(hint.toString()).contains("clave.store.redis.accept", "EVICTION", "NO_PERSISTENCE"));
    }
}

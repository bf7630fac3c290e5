package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What a native image must take along. */
class ClaveRuntimeHintsTest {
    private final RuntimeHints hints = new RuntimeHints();

    ClaveRuntimeHintsTest() {
        new ClaveRuntimeHints().registerHints(hints, getClass().getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/clave/internal/texts/es.properties",
                "dev/clave/internal/texts/ca-ES-valencia.properties",
                "dev/clave/internal/pin/offensive-es.txt",
                "dev/clave/spring/security/page-eu.properties",
                "dev/clave/spring/security/style.css",
                "dev/clave/store/jdbc/postgresql.sql"
            })
    void resources_are_hinted_and_exist(String resource) {
        assertThat(RuntimeHintsPredicates.resource().forResource(resource)).accepts(hints);
        assertThat(getClass().getClassLoader().getResource(resource)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "txt", "css", "sql", "lua", "html", "js"})
    void none_of_our_jars_is_forgotten(String ending) throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:dev/clave/**/*." + ending)) {
            String url = file.getURL().toString();
            String name = url.substring(url.lastIndexOf("dev/clave/"));
            assertThat(RuntimeHintsPredicates.resource().forResource(name))
                    .as(name)
                    .accepts(hints);
        }
    }

    @Test
    void names_of_properties_can_be_listed() {
        assertThat(List.of(ClaveProperties.class, ClaveProperties.Policy.class, ClaveProperties.Redis.class))
                .allSatisfy(type -> assertThat(RuntimeHintsPredicates.reflection()
                                .onType(type)
                                .withMemberCategory(MemberCategory.INVOKE_DECLARED_METHODS))
                        .accepts(hints));
    }

    @Test
    void nothing_else_is() {
        assertThat(List.of("application.properties", "dev/clave/Clave.class"))
                .noneMatch(other ->
                        RuntimeHintsPredicates.resource().forResource(other).test(hints));
    }
}

package dev.clave.spring.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spring.boot.ClaveProperties;
import dev.clave.store.tests.GuideSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** What the guide shows is so. */
class GuideTest {
    private static String guide() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\\n(.*?)```\\n", Pattern.DOTALL)
                .matcher(guide())
                .results()
                .map(MatchResult::group)
                .map(block -> block.replaceFirst("```\\w+\\n", "").replaceFirst("```\\n$", ""))
                .toList();
    }

    @Test
    void samples_are_compiled() throws IOException {
        assertThat(GuideSamples.check()).contains("Sockets", "Rules", "LoginPageTest", "Entrance", "Desk");
    }

    @Test
    void the_template_is_the_one_that_is_tested() throws IOException {
        assertThat(blocks("html"))
                .containsExactly(Files.readString(Path.of("src/test/resources/templates/entrar.html")));
    }

    @Test
    void every_property_that_it_shows_is_one() throws IOException {
        assertThat(blocks("yaml")).hasSizeGreaterThan(1);
        for (String yaml : blocks("yaml")) {
            StandardEnvironment environment = new StandardEnvironment();
            // Whatever else is called CLAVE_ on this machine is not the guide's.
            environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            new YamlPropertySourceLoader()
                    .load("guide", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
                    .forEach(environment.getPropertySources()::addLast);
            environment.getSystemProperties().putIfAbsent("CLAVE_SUBJECT_KEY", "x");
            environment.getSystemProperties().putIfAbsent("CLAVE_KEY_2026_11", "x");
            assertThat(Binder.get(environment)
                            .bind(
                                    "clave",
                                    Bindable.of(ClaveProperties.class),
                                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                            .isBound())
                    .isTrue();
        }
    }

    @Test
    void it_lists_every_property() throws IOException {
        String metadata = Files.readString(Path.of("target/classes/META-INF/spring-configuration-metadata.json"));
        String properties = metadata.substring(metadata.indexOf("\"properties\""));
        List<String> names = Pattern.compile("\"name\": \"(clave\\.[a-z.-]+)\"")
                .matcher(properties)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.endsWith(".refill"))
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(40);
        String guide = guide();
        assertThat(names).filteredOn(name -> !guide.contains("`" + name)).isEmpty();
    }
}

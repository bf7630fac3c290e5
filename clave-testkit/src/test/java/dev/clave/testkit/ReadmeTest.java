package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the README shows is compiled, and the rules that it lists are the rules. */
class ReadmeTest {
    private static final Pattern SAMPLE =
            Pattern.compile("<!-- sample: (\\w+) -->\n```java\n(.*?)\n```", Pattern.DOTALL);

    private final String readme = read("README.md");

    private static String read(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void samples_are_cut_from_tests() {
        Matcher sample = SAMPLE.matcher(readme);
        int samples = 0;
        while (sample.find()) {
            String source = read("src/test/java/dev/clave/testkit/" + sample.group(1) + ".java");
            assertThat(source.replaceAll("(?m)^ +", ""))
                    .contains(sample.group(2).replaceAll("(?m)^ +", ""));
            samples++;
        }
        assertThat(samples).isEqualTo(5);
    }

    @Test
    void a_store_for_another_engine_takes_less_than_60_lines() {
        assertThat(read("src/test/java/dev/clave/testkit/ConditionalPutStore.java")
                        .lines())
                .hasSizeLessThan(60);
    }

    @Test
    void every_rule_is_listed_under_its_contract() {
        for (Class<?> contract : List.of(
                PinStoreContract.class,
                PersonRegistryContract.class,
                DeviceRegistryContract.class,
                DeliveryChannelContract.class,
                AuditSinkContract.class,
                KeyRingContract.class)) {
            String section = readme.split("\n### " + contract.getSimpleName() + "\n", 2)[1]
                    .split("\n##", 2)[0];
            List<String> listed = section.lines()
                    .filter(line -> line.startsWith("- "))
                    .map(line -> line.substring(2))
                    .toList();
            assertThat(listed).as(contract.getSimpleName()).isEqualTo(rules(contract));
        }
    }

    private static List<String> rules(Class<?> contract) {
        List<String> rules = new ArrayList<>();
        for (Class<?> part = contract; part != Object.class; part = part.getSuperclass()) {
            for (Method method : part.getDeclaredMethods()) {
                if (method.isAnnotationPresent(DisplayName.class)) {
                    assertThat(method.getModifiers() & Modifier.FINAL)
                            .as(method.toString())
                            .isNotZero();
                    rules.add(method.getAnnotation(DisplayName.class).value());
                }
            }
        }
        return rules.stream().sorted().toList();
    }
}

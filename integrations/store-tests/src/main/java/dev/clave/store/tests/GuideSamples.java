package dev.clave.store.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The samples of a guide: each block of Java in it stands under {@code <!-- sample: Name -->} and is cut from the
 * source of that name, so that the compiler has read it.
 */
public final class GuideSamples {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- sample: (\\w+) -->\\n)?```java\\n(.*?)```\\n", Pattern.DOTALL);

    private GuideSamples() {}

    /**
     * Checks the README.md of the module whose tests run.
     *
     * @return the names of the samples, in the order of the guide
     */
    public static List<String> check() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> {
                    String name = block.group(1);
                    assertThat(name)
                            .as("the name of the sample before%n%s", block.group(2))
                            .isNotNull();
                    assertThat(withoutIndent(source(name)))
                            .as("sample %s", name)
                            .contains(withoutIndent(block.group(2)));
                    return name;
                })
                .toList();
    }

    private static String source(String name) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return Files.readString(files.filter(file -> file.endsWith(name + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no source of the sample " + name)));
        } catch (IOException broken) {
            throw new AssertionError("the source of a sample cannot be read", broken);
        }
    }

    private static String withoutIndent(String text) {
        return text.replaceAll("(?m)^ +", "");
    }
}

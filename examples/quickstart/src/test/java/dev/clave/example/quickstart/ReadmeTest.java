package dev.clave.example.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No Java stands in the README that was not compiled: each block is cut from a source of this example, to the letter. */
class ReadmeTest {
    private static final Path EXAMPLE = Path.of("").toAbsolutePath();
    private static final Path README = EXAMPLE.resolve("../../README.md");
    private static final Path JAVA_21 = EXAMPLE.resolve("src/test/resources/java21/Pages.java");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- sample: ([a-z-]+) -->\\n)?```java\\n(.*?)```\\n", Pattern.DOTALL);

    @Test
    @DisplayName("every block of Java is the sample that it names")
    void every_block_is_compiled() throws IOException {
        Map<String, String> samples = samples();
        Matcher block = BLOCK.matcher(Files.readString(README));
        List<String> shown = new ArrayList<>();
        while (block.find()) {
            assertThat(block.group(1))
                    .as("the name of the sample before%n%s", block.group(2))
                    .isNotNull();
            assertThat(block.group(2)).as("sample %s", block.group(1)).isEqualTo(samples.get(block.group(1)));
            shown.add(block.group(1));
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(samples.keySet());
    }

    @Test
    @DisplayName("the test of an application's developer has fewer than 25 lines")
    void the_test_is_short() throws IOException {
        assertThat(samples().getOrDefault("test", "").lines()).hasSizeBetween(15, 24);
    }

    @Test
    @DisplayName("the switch over outcomes is complete: it compiles without a default on Java 21")
    void the_switch_compiles(@TempDir Path classes) throws IOException {
        int release = Runtime.version().feature();
        String source = Files.readString(JAVA_21);
        assertThat(source)
                .contains("case Granted", "case WrongPin", "case Mistyped", "case TryLater", "case Denied denied");
        if (release >= 21) {
            assertThat(errors(classes)).isEmpty();
        }
    }

    private static String errors(Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release",
                    "21",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            compiler.getTask(errors, files, null, options, null, files.getJavaFileObjects(JAVA_21))
                    .call();
        }
        return errors.toString();
    }

    private static Map<String, String> samples() throws IOException {
        Map<String, String> samples = new HashMap<>();
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (!file.endsWith("ReadmeTest.java")) {
                    collect(Files.readAllLines(file), samples);
                }
            }
        }
        return samples;
    }

    private static void collect(List<String> lines, Map<String, String> samples) {
        String name = "";
        boolean paused = false;
        List<String> sample = new ArrayList<>();
        for (String line : lines) {
            String mark = line.strip().startsWith("// readme: ") ? line.strip().substring(11) : "";
            switch (mark) {
                case "" -> {
                    if (!name.isEmpty() && !paused && !line.strip().startsWith("// spotless:")) {
                        sample.add(line);
                    }
                }
                case "pause" -> paused = true;
                case "resume" -> paused = false;
                case "end" -> {
                    samples.put(name, withoutIndent(sample));
                    name = "";
                    sample.clear();
                }
                default -> name = mark;
            }
        }
    }

    private static String withoutIndent(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "\n" : line.substring(indent) + "\n")
                .collect(Collectors.joining());
    }
}

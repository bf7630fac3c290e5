package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Every abuse case has a test whose display name begins with its id; several are divided by blanks. */
class AbuseCasesTest {
    private static final Pattern DISPLAYED =
            Pattern.compile("@(?:DisplayName|Description)\\(\\s*\"((?:[A-Z]\\d\\d[ ,:]+)+)");
    private static final Pattern ID = Pattern.compile("[A-Z]\\d\\d");

    private static final List<Case> CASES = cases();
    private static final Set<String> TESTED = tested(SourceFile.under(
            "clave-spi/src/test",
            "clave-core/src/test",
            "clave-core/src/moduleTest",
            "clave-core/src/modelTest",
            "clave-core/src/stressTest",
            "clave-testkit/src/test",
            "integrations"));

    /**
     * A case.
     *
     * @param excused whether it says why there need be no test
     */
    private record Case(String id, String label, boolean excused) {
        static Case of(String line) {
            return new Case(line.substring(0, 3), line.substring(4), line.endsWith(")"));
        }

        @Override
        public String toString() {
            return id + " " + label;
        }
    }

    @Test
    @DisplayName("every abuse case has a test that carries its id, but those that say why not")
    void every_case_has_a_test(TestReporter reporter) {
        List<Case> untested =
                CASES.stream().filter(each -> !TESTED.contains(each.id())).toList();
        reporter.publishEntry(
                "abuse cases without a test",
                untested.stream().map(Case::toString).collect(Collectors.joining("; ")));
        assertThat(untested).allMatch(Case::excused);
    }

    /** Ids of pages (W) are listed where those are. */
    @Test
    void every_id_that_a_test_carries_is_a_case() {
        assertThat(TESTED)
                .filteredOn(id -> !id.startsWith("W"))
                .isSubsetOf(CASES.stream().map(Case::id).toList());
    }

    @Test
    void no_case_is_listed_twice_and_no_group_is_missing() {
        assertThat(CASES).extracting(Case::id).doesNotHaveDuplicates();
        assertThat(CASES.stream().map(each -> each.id().substring(0, 1)).distinct())
                .containsExactly("V", "C", "G", "S", "F", "D", "K", "L", "P");
    }

    @Test
    void ids_are_found_wherever_a_display_name_begins_with_them() {
        assertThat(tested("@Display" + "Name(\"V01 a\") @Display" + "Name(\n  \"S01 S02, C03: b\")"))
                .containsExactly("C03", "S01", "S02", "V01");
        assertThat(tested("@Descrip" + "tion(\"S13 a\")")).containsExactly("S13");
        assertThat(tested("@Display" + "Name(\"as in V01 a\") // S01")).isEmpty();
    }

    private static Set<String> tested(String source) {
        return tested(List.of(new SourceFile(Path.of("A.java"), source)));
    }

    private static Set<String> tested(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> DISPLAYED.matcher(file.text()).results())
                .flatMap(found -> ID.matcher(found.group(1)).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Case> cases() {
        try (var list = Objects.requireNonNull(AbuseCasesTest.class.getResourceAsStream("abuse-cases.txt"))) {
            Stream<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8).lines();
            return lines.filter(line -> !line.startsWith("#")).map(Case::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.SourceFile.Body;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that only the sources tell. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_BODY = 30;

    private static final List<SourceFile> LIBRARIES = SourceFile.under(
            "clave-spi/src/main/java",
            "clave-core/src/main/java",
            "integrations/clave-store-jdbc/src/main/java",
            "integrations/clave-channel-smpp/src/main/java",
            "integrations/clave-spring-boot-starter/src/main/java");
    private static final List<SourceFile> MAIN = Stream.concat(
                    LIBRARIES.stream(),
                    SourceFile.under("clave-testkit/src/main/java", "integrations", "examples", "benchmarks").stream())
            .toList();
    private static final List<SourceFile> TESTS = SourceFile.under(
            "clave-spi/src/test",
            "clave-core/src/test",
            "clave-core/src/moduleTest",
            "clave-core/src/modelTest",
            "clave-core/src/stressTest",
            "clave-testkit/src/test",
            "integrations",
            "examples/console/src/test");

    private static final Pattern IDLE = Pattern.compile("\\.sleep\\(|@Disabled\\b");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern TEST_METHOD = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|TestFactory)\\b");
    private static final Pattern ABSTRACT = Pattern.compile("\\babstract class\\b");

    @Test
    void no_main_file_is_over_300_lines() {
        assertThat(tooLong(MAIN)).isEmpty();
    }

    @Test
    void no_method_body_is_over_30_lines() {
        assertThat(longBodies(MAIN)).isEmpty();
    }

    @Test
    void nothing_is_locked() {
        assertThat(breaking(LIBRARIES, Pattern.compile("\\bsynchronized\\b"))).isEmpty();
    }

    @Test
    void nothing_is_left_unfinished() {
        assertThat(Stream.concat(MAIN.stream(), TESTS.stream())
                        .filter(file -> !file.path().endsWith("SourceRulesTest.java"))
                        .filter(file -> UNFINISHED.matcher(file.text()).find()))
                .isEmpty();
    }

    @Test
    void no_test_sleeps_or_is_disabled() {
        assertThat(breaking(TESTS, IDLE)).isEmpty();
    }

    @Test
    void every_test_is_named_so_that_it_runs() {
        assertThat(misnamed(TESTS)).isEmpty();
    }

    @Test
    void there_are_sources_to_look_at() {
        assertThat(LIBRARIES).extracting(SourceFile::toString).anyMatch(name -> name.endsWith("Clave.java"));
        assertThat(MAIN).extracting(SourceFile::toString).anyMatch(name -> name.endsWith("FakeClock.java"));
        assertThat(TESTS).extracting(SourceFile::toString).anyMatch(name -> name.endsWith("SourceRulesTest.java"));
    }

    @Test
    void a_file_that_is_too_long_is_seen() {
        assertThat(tooLong(List.of(source("\n".repeat(300))))).isEmpty();
        assertThat(tooLong(List.of(source("\n".repeat(301))))).containsExactly("A.java: 301 lines");
    }

    @Test
    void a_body_that_is_too_long_is_seen() {
        assertThat(longBodies(List.of(source("class A {\n  void a()\n  {" + "\n//".repeat(30) + "\n }\n}"))))
                .isEmpty();
        assertThat(longBodies(
                        List.of(source("class A {\n  void a()\n      throws E {" + "\n//".repeat(31) + "\n }\n}"))))
                .containsExactly("A.java:3: 31 lines");
        assertThat(longBodies(List.of(source("record A(int a) {\n public A {" + "\n".repeat(40) + "\n }\n}"))))
                .containsExactly("A.java:2: 40 lines");
        assertThat(longBodies(List.of(source("class A {\n static {" + "\n".repeat(40) + "\n }\n}"))))
                .containsExactly("A.java:2: 40 lines");
        assertThat(longBodies(
                        List.of(source("enum A {\n B;\n static class C {\n C() {" + "\n".repeat(40) + "\n }\n}\n}"))))
                .containsExactly("A.java:4: 40 lines");
    }

    @Test
    void braces_in_prose_and_braces_of_values_are_no_bodies() {
        String prose =
                "class A {\n // {\n /* { */\n char a = '{', q = '\\'';\n String s = \"\\\"{\", t = \"\"\"\n {\n\"\"\";\n";
        assertThat(source(prose + "int[] b = {\n1};\n @B({C.class}) void d() {\n run(() -> {\n});\n }\n}")
                        .methodBodies())
                .containsExactly(new Body(10, 13));
    }

    @Test
    void a_test_that_would_not_run_is_seen() {
        assertThat(misnamed(List.of(source("class A { @Test void a() {} }")))).containsExactly("A.java");
        assertThat(misnamed(List.of(source("abstract class A { @Test void a() {} }"))))
                .isEmpty();
    }

    @Test
    void sleeping_disabling_and_locking_are_seen() {
        SourceFile idle = source("@Disabled class A { synchronized void a() { TimeUnit.DAYS.sleep(1); } }");
        assertThat(breaking(List.of(idle), IDLE)).containsExactly("A.java:1: @Disabled", "A.java:1: .sleep(");
        assertThat(breaking(List.of(source("// .sleep(\n")), IDLE)).isEmpty();
    }

    private static Stream<String> tooLong(List<SourceFile> files) {
        return files.stream()
                .filter(file -> file.lines() > LONGEST_FILE)
                .map(file -> file + ": " + file.lines() + " lines");
    }

    private static Stream<String> longBodies(List<SourceFile> files) {
        return files.stream()
                .flatMap(file -> file.methodBodies().stream()
                        .filter(body -> body.lines() > LONGEST_BODY)
                        .map(body -> file + ":" + body.from() + ": " + body.lines() + " lines"));
    }

    private static Stream<String> breaking(List<SourceFile> files, Pattern pattern) {
        return files.stream()
                .flatMap(file -> pattern.matcher(file.code())
                        .results()
                        .map(found -> file + ":" + lineOf(found.start(), file.text()) + ": " + found.group()));
    }

    private static Stream<String> misnamed(List<SourceFile> files) {
        return files.stream()
                .filter(file -> TEST_METHOD.matcher(file.code()).find()
                        && !ABSTRACT.matcher(file.code()).find()
                        && !file.toString().endsWith("Test.java"))
                .map(SourceFile::toString);
    }

    private static long lineOf(int at, String text) {
        return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static SourceFile source(String text) {
        return new SourceFile(Path.of("A.java"), text);
    }
}

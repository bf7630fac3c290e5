package dev.clave.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RunTest {
    private static final Command ALL = Command.of().orElseThrow();

    /** What JMH's processor has listed: a line for each benchmark, its class and method among the fields. */
    private static List<String> benchmarks() {
        try (var list = RunTest.class.getResourceAsStream("/META-INF/BenchmarkList")) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile(
                            "dev\\.clave\\.benchmarks\\.(\\w+)\\.(\\w+Benchmark) .*?\\1\\.jmh_generated\\.\\w+_(\\w+)_jmhTest")
                    .matcher(text)
                    .results()
                    .map(found ->
                            "dev.clave.benchmarks." + found.group(1) + '.' + found.group(2) + '.' + found.group(3))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean includes(Run run, Command command, String benchmark) {
        return run.options(command).getIncludes().stream()
                .anyMatch(include -> Pattern.compile(include).matcher(benchmark).find());
    }

    @Test
    void every_benchmark_is_in_one_run_of_one_thread() {
        assertThat(benchmarks())
                .hasSizeGreaterThan(30)
                .allSatisfy(benchmark -> assertThat(
                                Run.all().stream().filter(run -> run.threads() == 1 && includes(run, ALL, benchmark)))
                        .hasSize(1));
    }

    @Test
    void the_smoke_run_leaves_no_benchmark_out() {
        Command smoke = Command.of("smoke").orElseThrow();
        assertThat(benchmarks())
                .allSatisfy(benchmark -> assertThat(Run.smoke()).anyMatch(run -> includes(run, smoke, benchmark)));
    }

    @Test
    void logins_are_run_by_two_threads() {
        assertThat(Run.all().stream().filter(run -> run.threads() == 2))
                .singleElement()
                .matches(run -> includes(run, ALL, "dev.clave.benchmarks.logins.LoginBenchmark.clave"));
    }

    @Test
    void what_was_not_asked_for_is_in_no_run() {
        Command only = Command.of("only", "ping").orElseThrow();
        assertThat(benchmarks().stream()
                        .filter(benchmark -> Run.all().stream().anyMatch(run -> includes(run, only, benchmark))))
                .containsExactly("dev.clave.benchmarks.stores.RedisBenchmark.ping");
    }
}

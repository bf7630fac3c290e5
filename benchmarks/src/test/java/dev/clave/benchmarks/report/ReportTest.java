package dev.clave.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> ALONE = Map.of("live", "0");

    private static final Figures FIGURES = new Figures(List.of(
            figure("IdentityBenchmark.clave", NONE, 1, 20),
            figure("IdentityBenchmark.regex", NONE, 1, 180),
            figure("LoginBenchmark.clave", ALONE, 1, 13_000),
            figure("LoginBenchmark.clave", ALONE, 2, 26_000),
            figure("LoginBenchmark.spring", ALONE, 1, 1_000),
            figure("LoginBenchmark.spring", ALONE, 2, 2_000)));

    private static Figure figure(String name, Map<String, String> params, int threads, double nanos) {
        return new Figure(name, params, threads, nanos, Double.NaN, 0);
    }

    @Test
    void a_peer_stands_beside_clave_with_the_ratio() {
        assertThat(Tables.comparisons(FIGURES))
                .contains(
                        "| an identity number is validated | 20.0 ns | 0 | a precompiled expression | 180 ns | 0 | 9.00 |");
    }

    @Test
    void a_ratio_in_reach_of_noise_is_said_to_be() {
        Figures noisy = new Figures(List.of(
                new Figure("PinBenchmark.clave", NONE, 1, 100, 10, 0),
                new Figure("PinBenchmark.uuid", NONE, 1, 120, 15, 0),
                new Figure("PinBenchmark.commonsLang", NONE, 1, 120, 9, 0)));
        assertThat(Tables.comparisons(noisy))
                .contains("| part of a random UUID | 120 ns | 0 | 1.20, or even |")
                .contains("| commons-lang3 | 120 ns | 0 | 1.20 |");
    }

    @Test
    void only_figures_of_the_same_circumstances_stand_beside_each_other() {
        assertThat(Tables.comparisons(FIGURES))
                .contains("a login in memory, 0 live | 13.0 µs | 0 | Spring, generate and consume | 1.00 µs")
                .contains(
                        "a login in memory, 0 live, 2 threads | 26.0 µs | 0 | Spring, generate and consume | 2.00 µs");
        assertThat(Tables.comparisons(FIGURES).lines()).hasSize(2 + 3);
    }

    @Test
    void a_goal_is_met_or_it_is_not_or_it_was_not_measured() {
        assertThat(Goals.markdown(FIGURES, Optional.empty(), false))
                .contains("by a precompiled expression | ≥ 8 | 9.00 | yes |")
                .contains("a token of Spring, nobody else live | ≤ 12 | 13.0 | **no** |")
                .contains("two threads against one, nobody else live | ≥ 1.5 | 1.00 | **no** |")
                .contains("1,000,000 live against none | ≤ 1.3 | not measured in this run |  |");
    }

    @Test
    void a_goal_in_reach_of_noise_is_said_to_be() {
        Figures noisy = new Figures(List.of(
                new Figure("IdentityBenchmark.clave", NONE, 1, 20, 10, 0),
                new Figure("IdentityBenchmark.regex", NONE, 1, 180, 0, 0),
                new Figure("LoginBenchmark.clave", ALONE, 1, 13_000, 500, 0),
                new Figure("LoginBenchmark.spring", ALONE, 1, 1_000, 0, 0)));
        assertThat(Goals.markdown(noisy, Optional.empty(), false))
                .contains("by a precompiled expression | ≥ 8 | 9.00 | yes, or noise: 6.00 to 18.0 |")
                .contains("a token of Spring, nobody else live | ≤ 12 | 13.0 | **no** |");
    }

    @Test
    void a_smoke_run_judges_no_times() {
        assertThat(Goals.markdown(FIGURES, Optional.empty(), true))
                .contains("a token of Spring, nobody else live | ≤ 12 | 13.0 | not judged by a smoke run |")
                .contains("bytes that it allocates | ≤ 0 | 0.00 | yes |");
    }

    @Test
    void the_plot_has_a_bar_for_each_figure_of_one_thread() {
        String svg = Plot.svg(FIGURES);
        assertThat(svg.lines().filter(line -> line.startsWith("<rect class="))).hasSize(4);
        assertThat(svg).contains("1 µs").contains("1 s");
    }

    @Test
    void times_have_the_unit_that_suits_them() {
        assertThat(Units.time(999)).isEqualTo("999 ns");
        assertThat(Units.time(1_500)).isEqualTo("1.50 µs");
        assertThat(Units.time(130e6, 6.5e6)).isEqualTo("130 ms ± 5 %");
    }
}

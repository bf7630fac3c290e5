package dev.clave.benchmarks.report;

import dev.clave.benchmarks.sizes.Capacity;
import dev.clave.benchmarks.sizes.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * What a run leaves in its folder.
 *
 * @param folder where
 * @param smoke whether it was too short for its figures to be believed
 * @param figures what was measured
 * @param sizes how much things take, empty when they were not measured
 * @param failures what failed
 * @param machine where and when
 */
public record Report(
        Path folder, boolean smoke, Figures figures, Optional<Sizes> sizes, List<String> failures, String machine) {
    private static final String SMOKE =
            "**A smoke run: it shows that everything works. Its times are too short to be believed.**\n\n";

    private static final String BESIDE = """

            The last column says how many times as long the peer takes: above 1 clave is faster; "or even" stands where the intervals of the two (see
            below) leave that open. With 2 threads a time is that of one call of one thread, and two calls go on at once. A signature alone, `select 1` and PING
            are no peers but what clave cannot be cheaper than.
            """;
    private static final String INTERVALS = """

            ± is half the interval that holds the mean with 99.9 %, by the iterations of one process. Where the goal lies among all that a ratio might be if
            each of its two times lay at an end of its interval, the table says "or noise", and between what. Medians have no interval. Another process, or
            another hour, differs by more: here by up to 1.8 times. Whether a goal is met with less room than that, no single run can say.
            """;

    /**
     * Writes {@code results.json}, which is JMH's own, {@code sizes.json}, {@code results.md} and {@code results.svg}.
     *
     * @param results what JMH gave
     * @throws IOException if they cannot be written
     */
    public void write(Collection<RunResult> results) throws IOException {
        Files.createDirectories(folder);
        Path json = folder.resolve("results.json");
        ResultFormatFactory.getInstance(ResultFormatType.JSON, json.toString()).writeOut(results);
        // Where its Java is installed is nobody's business.
        Files.writeString(json, Files.readString(json).replaceAll("\"jvm\" : \"[^\"]*\"", "\"jvm\" : \"java\""));
        if (sizes.isPresent()) {
            Files.writeString(folder.resolve("sizes.json"), sizes.get().json());
        }
        Files.writeString(folder.resolve("results.svg"), Plot.svg(figures));
        Files.writeString(folder.resolve("results.md"), markdown());
    }

    private String markdown() {
        return "# Results\n\n" + (smoke ? SMOKE : "") + failed() + "![clave and its peers](results.svg)\n"
                + "\n## Clave and its peers\n\n" + Tables.comparisons(figures) + BESIDE
                + "\n## Goals\n\n" + Goals.markdown(figures, sizes, smoke) + INTERVALS
                + sizes.map(measured -> "\n## Sizes and capacity\n\n" + Capacity.markdown(measured))
                        .orElse("")
                + "\n## Every figure\n\n" + Tables.all(figures)
                + "\n## Machine\n\n" + machine;
    }

    private String failed() {
        return failures.stream()
                .map(failure -> "**Failed:** " + failure + "\n\n")
                .collect(Collectors.joining());
    }
}

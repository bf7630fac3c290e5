package dev.clave.benchmarks.report;

import dev.clave.benchmarks.sizes.MemorySize;
import dev.clave.benchmarks.sizes.Sizes;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;

/** The goals that the project has set itself, beside what was measured. */
final class Goals {
    private static final String NOT_MEASURED = "not measured in this run";
    private static final Map<String, String> NONE = Map.of();

    private static final String NOT_JUDGED = "not judged by a smoke run";

    private final Figures figures;
    private final boolean timesCount;
    private final StringBuilder table = new StringBuilder("| goal | at | measured | met |\n|---|---|---:|---|\n");

    private Goals(Figures figures, boolean timesCount) {
        this.figures = figures;
        this.timesCount = timesCount;
    }

    static String markdown(Figures figures, Optional<Sizes> sizes, boolean smoke) {
        Goals goals = new Goals(figures, !smoke);
        goals.numbers();
        goals.logins();
        goals.stores();
        goals.counted(
                "bytes of a live login with its budgets, by layout",
                300,
                sizes.map(Sizes::memory).map(MemorySize::layout));
        goals.counted(
                "the same, of the heap after a collection",
                300,
                sizes.map(Sizes::memory).map(MemorySize::heap));
        return goals.table.toString();
    }

    private void numbers() {
        Optional<Figure> clave = figures.find("IdentityBenchmark.clave", 1, NONE);
        least(
                "a number is validated so many times as fast as by a precompiled expression",
                8,
                ratio(figures.find("IdentityBenchmark.regex", 1, NONE), clave));
        counted("bytes that it allocates", 0, clave.map(Figure::bytes).map(Goals::rounded));
        counted(
                "bytes per number that is brought into its canonical form",
                15,
                figures.find("IdentityBenchmark.claveCanonical", 1, NONE)
                        .map(Figure::bytes)
                        .map(Goals::rounded));
    }

    private void logins() {
        most(
                "a login takes so many times a token of Spring, nobody else live",
                12,
                ratio(login("clave", 1, "0"), login("spring", 1, "0")));
        most("the same, further goal", 10, ratio(login("clave", 1, "0"), login("spring", 1, "0")));
        least(
                "so many times as fast as Spring with 1,000 live",
                8,
                ratio(login("spring", 1, "1000"), login("clave", 1, "1000")));
        least(
                "so many times as fast as Spring with 1,000,000 live",
                20_000,
                ratio(login("spring", 1, "1000000"), login("clave", 1, "1000000")));
        most("1,000,000 live against none", 1.3, ratio(login("clave", 1, "1000000"), login("clave", 1, "0")));
        least(
                "throughput of two threads against one, nobody else live",
                1.5,
                ratio(login("clave", 1, "0"), login("clave", 2, "0")).map(ratio -> ratio.times(2)));
    }

    private Optional<Figure> login(String who, int threads, String live) {
        return figures.find("LoginBenchmark." + who, threads, Map.of("live", live));
    }

    private void stores() {
        counted(
                "statements of a login: one read and one write in each of three steps (checked in each fork)",
                6,
                database("clave", "0").map(counted -> 6.0));
        most(
                "PostgreSQL: a clean-up with nothing to clean among 1,000,000 rows, in round trips",
                3,
                ratio(database("claveCleanUpOfNothing", "1000000"), database("roundTrip", "1000000")));
        counted(
                "Redis: round trips of a step (checked in each fork)",
                2,
                figures.find("RedisBenchmark.claveStoreStep", 1, NONE).map(counted -> 2.0));
        most(
                "Redis: median of a step against that of a GET and a SET",
                1.3,
                ratio(
                        figures.find("RedisBenchmark.claveStoreStep", 1, NONE),
                        figures.find("RedisBenchmark.getAndSet", 1, NONE)));
    }

    private Optional<Figure> database(String what, String rows) {
        return figures.find("JdbcBenchmark." + what, 1, Map.of("engine", "POSTGRESQL", "rows", rows));
    }

    private static Optional<Ratio> ratio(Optional<Figure> above, Optional<Figure> below) {
        return above.flatMap(one -> below.map(other -> Ratio.of(one, other)));
    }

    /** What the profiler sees of its own is a fraction of a byte for each operation. */
    private static double rounded(double bytes) {
        return Math.round(bytes * 10) / 10.0;
    }

    /** How far two times are apart. */
    private void least(String goal, double limit, Optional<Ratio> times) {
        row(goal, "≥ " + Units.limit(limit), times.map(Ratio::value), timed(times, limit, value -> value >= limit));
    }

    /** The same. */
    private void most(String goal, double limit, Optional<Ratio> times) {
        row(goal, "≤ " + Units.limit(limit), times.map(Ratio::value), timed(times, limit, value -> value <= limit));
    }

    /** What is counted, not timed. */
    private void counted(String goal, double limit, Optional<Double> number) {
        String verdict = number.map(value -> judged(value <= limit)).orElse("");
        row(goal, "≤ " + Units.limit(limit), number, verdict);
    }

    private String timed(Optional<Ratio> times, double limit, DoublePredicate met) {
        return times.map(ratio -> !timesCount
                        ? NOT_JUDGED
                        : judged(met.test(ratio.value())) + (ratio.isSure(limit) ? "" : ", or noise: " + ratio.range()))
                .orElse("");
    }

    private static String judged(boolean met) {
        return met ? "yes" : "**no**";
    }

    private void row(String goal, String limit, Optional<Double> measured, String verdict) {
        table.append(Tables.cells(goal, limit, measured.map(Units::number).orElse(NOT_MEASURED), verdict));
    }
}

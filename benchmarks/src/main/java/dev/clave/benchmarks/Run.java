package dev.clave.benchmarks;

import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Benchmarks that are run with the same options, one subject after the other: what fails spoils its own subject alone.
 *
 * @param name what it is about
 * @param classes the benchmarks, as a part of an expression
 * @param threads how many at once
 * @param engine the only database, empty for all
 */
record Run(String name, String classes, int threads, String engine) {
    private static final String TWO_THREADS = "logins by two threads";
    private static final String DATABASES = "databases";
    private static final String[] SMALL_HEAP = {"-Xms1g", "-Xmx1g", "-Xmn512m"};

    Run(String name, String classes, int threads) {
        this(name, classes, threads, "");
    }

    static List<Run> all() {
        return List.of(
                new Run("identity numbers", "IdentityBenchmark\\.", 1),
                new Run("PINs and proofs", "(Pin|Proof)Benchmark\\.", 1),
                new Run("logins", "LoginBenchmark\\.", 1),
                new Run(TWO_THREADS, "LoginBenchmark\\.(clave|spring)$", 2),
                new Run("refusals", "RefusalBenchmark\\.", 1),
                new Run("devices", "DeviceBenchmark\\.", 1),
                new Run(DATABASES, "(Jdbc|Disk)Benchmark\\.", 1),
                new Run("Redis", "RedisBenchmark\\.", 1));
    }

    /** The same in little: one short fork, few live logins, no rows; in PostgreSQL what counts most alone. */
    static List<Run> smoke() {
        return all().stream()
                .flatMap(run -> switch (run.name) {
                    case DATABASES ->
                        Stream.of(
                                new Run(run.name, run.classes, 1, "H2"),
                                new Run("PostgreSQL", "JdbcBenchmark\\.(clave|spring|roundTrip)$", 1, "POSTGRESQL"));
                    default -> Stream.of(run);
                })
                .toList();
    }

    Options options(Command command) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^(?=.*\\." + classes + ")(?=.*(?:" + command.only() + "))")
                .threads(threads)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        if (command.smoke()) {
            options.forks(1)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(800))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(300))
                    .jvmArgs(SMALL_HEAP)
                    .param("live", "0", "1000")
                    .param("rows", "0");
        }
        if (!engine.isEmpty()) {
            options.param("engine", engine);
        }
        return options.build();
    }
}

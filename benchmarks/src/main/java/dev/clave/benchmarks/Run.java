package dev.clave.benchmarks;

import java.util.List;
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
 */
record Run(String name, String classes, int threads) {
    private static final String[] SMALL_HEAP = {"-Xms1g", "-Xmx1g", "-Xmn512m"};

    static List<Run> all() {
        return List.of(
                new Run("identity numbers", "IdentityBenchmark\\.", 1),
                new Run("PINs and proofs", "(Pin|Proof)Benchmark\\.", 1),
                new Run("logins", "LoginBenchmark\\.", 1),
                new Run("logins by two threads", "LoginBenchmark\\.", 2),
                new Run("refusals", "RefusalBenchmark\\.", 1),
                new Run("devices", "DeviceBenchmark\\.", 1),
                new Run("databases", "(Jdbc|Disk)Benchmark\\.", 1),
                new Run("Redis", "RedisBenchmark\\.", 1));
    }

    /** The same in little: one short fork, few live logins, no rows, and whole logins alone by two threads. */
    static List<Run> smoke() {
        return all().stream()
                .map(run -> run.threads == 1 ? run : new Run(run.name, "LoginBenchmark\\.(clave|spring)$", run.threads))
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
                    .warmupTime(TimeValue.milliseconds(300))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(300))
                    .jvmArgs(SMALL_HEAP)
                    .param("live", "0", "1000")
                    .param("rows", "0");
        }
        return options.build();
    }
}

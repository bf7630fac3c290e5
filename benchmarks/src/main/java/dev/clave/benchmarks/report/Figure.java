package dev.clave.benchmarks.report;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What came of one benchmark.
 *
 * @param name its class and method
 * @param params its parameters
 * @param threads by how many threads at once
 * @param nanos the time of an operation: the mean, or the median where each was sampled
 * @param error half the width of the interval that holds the mean with 99.9 %; NaN when it was measured too seldom
 * @param bytes the memory that an operation allocates
 */
record Figure(String name, Map<String, String> params, int threads, double nanos, double error, double bytes) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final int MEDIAN = 50;

    static Figure of(RunResult result) {
        BenchmarkParams of = result.getParams();
        String[] path = of.getBenchmark().split("\\.");
        Map<String, String> params =
                new TreeMap<>(of.getParamsKeys().stream().collect(Collectors.toMap(key -> key, of::getParam)));
        Result<?> primary = result.getPrimaryResult();
        double unit = of.getTimeUnit().toNanos(1);
        boolean sampled = of.getMode() == Mode.SampleTime;
        double score = sampled ? primary.getStatistics().getPercentile(MEDIAN) : primary.getScore();
        return new Figure(
                path[path.length - 2] + '.' + path[path.length - 1],
                params,
                of.getThreads(),
                score * unit,
                sampled ? Double.NaN : primary.getScoreError() * unit,
                allocated(result.getSecondaryResults().values()));
    }

    private static double allocated(@SuppressWarnings("rawtypes") Collection<Result> secondary) {
        return secondary.stream()
                .filter(one -> one.getLabel().endsWith(ALLOCATED))
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElse(Double.NaN);
    }

    boolean isBeside(Figure other) {
        return threads == other.threads && params.equals(other.params);
    }

    /** Under which circumstances, such as {@code live 1,000, 2 threads}. */
    String circumstances() {
        String all = params.entrySet().stream()
                .map(param -> switch (param.getKey()) {
                    case "live" -> Units.count(param.getValue()) + " live";
                    case "rows" -> Units.count(param.getValue()) + " rows";
                    default -> param.getValue().equals("H2") ? "H2" : "PostgreSQL";
                })
                .collect(Collectors.joining(", "));
        return threads == 1 ? all : all + ", " + threads + " threads";
    }
}

package dev.clave.benchmarks;

import dev.clave.benchmarks.report.Figures;
import dev.clave.benchmarks.report.Machine;
import dev.clave.benchmarks.report.Report;
import dev.clave.benchmarks.sizes.Sizes;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** The command: runs the benchmarks, measures the sizes, and writes table and plot. */
public final class Benchmarks {
    private static final PrintStream OUT = System.out;

    private final Command command;
    private final List<RunResult> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Benchmarks(Command command) {
        this.command = command;
    }

    /**
     * Runs what is asked for.
     *
     * @param words as the usage tells
     * @throws Exception if the results cannot be written
     */
    public static void main(String... words) throws Exception {
        Optional<Command> command = Command.of(words);
        if (command.isEmpty()) {
            System.err.print(Command.USAGE);
            System.exit(2);
        }
        System.exit(new Benchmarks(command.get()).run() ? 0 : 1);
    }

    private boolean run() throws Exception {
        Machine machine = Machine.now();
        long start = System.nanoTime();
        for (Run run : command.smoke() ? Run.smoke() : Run.all()) {
            run(run);
        }
        Optional<Sizes> sizes = command.wants(Sizes.class.getName()) ? sizes() : Optional.empty();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        String told = machine.told(time, command.words());
        new Report(command.folder(), command.smoke(), Figures.of(results), sizes, failures, told).write(results);
        OUT.println("Written to " + command.folder() + " after " + time.toSeconds() + " s");
        failures.forEach(failure -> OUT.println("FAILED: " + failure));
        return failures.isEmpty();
    }

    private void run(Run run) {
        try {
            results.addAll(new Runner(run.options(command)).run());
        } catch (NoBenchmarksException none) {
            OUT.println("Not asked for: " + run.name());
        } catch (RunnerException broken) {
            failures.add(run.name() + ": " + broken.getMessage());
        }
    }

    private Optional<Sizes> sizes() {
        try {
            return Optional.of(command.smoke() ? Sizes.smoke() : Sizes.full());
        } catch (Exception broken) {
            broken.printStackTrace(OUT);
            failures.add("sizes: " + broken);
            return Optional.empty();
        }
    }
}

package dev.clave.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where and when it was run.
 *
 * @param processor its name and how many there are
 * @param memory in bytes
 * @param load the load of the machine before the run
 * @param disk the kind of file system where the servers have their files
 * @param start when it began
 */
public record Machine(String processor, long memory, double load, String disk, Instant start) {
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final double GIGABYTE = 1 << 30;

    /**
     * This machine, as it is now.
     *
     * @return what is known of it
     * @throws IOException if its files cannot be read
     */
    public static Machine now() throws IOException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                system.getAvailableProcessors() + " × " + processorName(),
                system.getTotalMemorySize(),
                system.getSystemLoadAverage(),
                Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                        .type(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String processorName() throws IOException {
        if (!Files.exists(PROCESSOR)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        }
    }

    /**
     * All of it, as a list.
     *
     * @param time how long the run took
     * @param command what was typed
     * @return Markdown
     */
    public String told(Duration time, String command) {
        return String.format(
                Locale.ROOT,
                "- %s; %.0f GB of memory; servers' files on %s%n- %s %s; %s %s%n- begun %s, load before it %.2f; took %d min %d s%n- `%s`%n",
                processor,
                memory / GIGABYTE,
                disk,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"),
                start,
                load,
                time.toMinutes(),
                time.toSecondsPart(),
                command);
    }
}

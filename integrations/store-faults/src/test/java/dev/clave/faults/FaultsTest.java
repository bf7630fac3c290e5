package dev.clave.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Real runs against a real server. With {@code -Dclave.faults.minutes=10} each takes that long and bears all faults; otherwise they are short.
 * A table of each is printed, and kept in the folder that the build cleans.
 */
class FaultsTest {
    private static final int MINUTES = Integer.getInteger("clave.faults.minutes", 0);
    private static final Duration QUIET = Duration.ofMillis(1_500);
    private static final Duration FAULT = Duration.ofSeconds(4);

    @Test
    @DisplayName(
            "S11 S14 F19 P10 on PostgreSQL nobody is let in twice, and nothing that was told is forgotten, whatever breaks")
    void on_postgresql_nobody_is_let_in_twice_whatever_breaks() throws IOException {
        holds(Engine.POSTGRESQL, Fault.KILL_SERVER, Fault.CUT_ANSWERS);
    }

    @Test
    @DisplayName(
            "S11 S14 F19 P10 on Redis nobody is let in twice, and nothing that was told is forgotten, whatever breaks")
    void on_redis_nobody_is_let_in_twice_whatever_breaks() throws IOException {
        holds(Engine.REDIS, Fault.KILL_SERVER);
    }

    private static void holds(Engine engine, Fault... faults) throws IOException {
        Platform.needs(engine);
        RunReport report = FaultRun.run(plan(engine, faults), System.nanoTime());
        String text = report.text();
        System.out.println(text);
        Files.writeString(Path.of("target", "faults", engine + ".md"), text);

        assertThat(report.violations())
                .as("the histories are in %s", report.folder())
                .isEmpty();
        assertThat(report.missing()).isEmpty();
    }

    private static RunPlan plan(Engine engine, Fault... faults) {
        return MINUTES > 0
                ? RunPlan.ofMinutes(engine, MINUTES)
                : new RunPlan(engine, StoreKind.SOUND, 3, QUIET, FAULT, List.of(faults));
    }
}

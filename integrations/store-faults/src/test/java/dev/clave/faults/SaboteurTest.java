package dev.clave.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.faults.check.Rule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stores that are broken on purpose, in real runs that must find them out. */
class SaboteurTest {
    private static final int RUNS = 3;
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final Duration FAULT = Duration.ofSeconds(2);

    /** Nothing needs to break for this one; two nodes at once are enough. */
    @Test
    void a_store_that_compares_before_it_writes_lets_somebody_in_twice() {
        assertThat(brokenUntil(StoreKind.UNCONDITIONAL, Fault.CUT_ANSWERS, Rule.ONE_GRANT))
                .contains(Rule.ONE_GRANT, Rule.ONE_SUCCESSOR);
    }

    @Test
    void a_store_that_repeats_a_write_denies_what_it_has_done() {
        assertThat(brokenUntil(StoreKind.REPEATING, Fault.CUT_ANSWERS, Rule.FALSE_WAS_NOT_DONE))
                .contains(Rule.FALSE_WAS_NOT_DONE);
    }

    @Test
    void a_server_that_acknowledges_before_it_has_written_loses_what_was_told() {
        assertThat(brokenUntil(StoreKind.FORGETFUL, Fault.KILL_SERVER, Rule.TRUE_IS_KEPT))
                .contains(Rule.TRUE_IS_KEPT);
    }

    /** Chance is given three runs, each twice as long as the one before. */
    private static Set<Rule> brokenUntil(StoreKind store, Fault fault, Rule wanted) {
        Platform.needs(Engine.POSTGRESQL);
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        for (int run = 0; run < RUNS && !broken.contains(wanted); run++) {
            RunPlan plan =
                    new RunPlan(Engine.POSTGRESQL, store, 3, QUIET, FAULT.multipliedBy(1L << run), List.of(fault));
            RunReport report = FaultRun.run(plan, System.nanoTime());
            broken.addAll(report.broken());
            report.discard();
            System.out.println(store + ", run " + (run + 1) + ": " + report.broken());
        }
        return broken;
    }
}

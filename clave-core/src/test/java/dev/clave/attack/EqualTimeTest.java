package dev.clave.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.attack.RefusalTimes.Kind;
import dev.clave.attack.RefusalTimes.Pair;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.StoredEntry;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether time tells who is registered, by Welch's t over the times of 100,000 refusals, or 30,000 quick ones.
 *
 * <p>Others say from 4.5 on that there is something to see; a machine that is shared says so now and then of nothing. This fails above 10.
 * Each figure is told of all calls, and of all but the slowest hundredth: one collection of garbage weighs as much as a thousand
 * small differences and hides them; but a difference might be in the slow calls alone. Either is enough to fail.
 *
 * <p>It must run alone, so only {@code -Pci} runs it, in an execution of its own after all others of the module. By itself:
 * {@code mvn -Pci -pl clave-core -am test -Dtest=EqualTimeTest -Dsurefire.failIfNoSpecifiedTests=false}; the figures are in its output.
 */
@Tag("alone")
class EqualTimeTest {
    private static final Logger LOG = LoggerFactory.getLogger(EqualTimeTest.class);
    private static final double TOO_FAR_APART = 10;
    private static final long EXTRA_NANOS = 2_000;

    @Test
    @DisplayName("C07 time does not tell a wrong datum, an unknown person and a revoked registration apart")
    void refusals() {
        RefusalTimes times = RefusalTimes.over(RefusalTimes.registry());
        LOG.info("Welch's t: {}", times);
        assertThat(Pair.all()).as(times.toString()).allMatch(pair -> times.apart(pair) <= TOO_FAR_APART);
    }

    @Test
    @DisplayName(
            "F18 over the budget of wrong data, time does not tell a person whose login waits, an unknown one and a revoked one apart")
    void refusals_over_the_budget() {
        overTheBudget("over the budget", UnaryOperator.identity());
    }

    @Test
    @DisplayName("F18 the same where entries are bytes, as in every store outside the process")
    void refusals_over_the_budget_from_bytes() {
        overTheBudget("over the budget, from bytes", Clerk::asBytes);
    }

    private static void overTheBudget(String what, UnaryOperator<StoredEntry> kept) {
        RefusalTimes times = RefusalTimes.overTheBudget(kept);
        LOG.info("Welch's t {}: {}", what, times);
        assertThat(Pair.all()).as(times.toString()).allMatch(pair -> times.apart(pair) <= TOO_FAR_APART);
    }

    @Test
    @DisplayName("a registry that takes 2 us longer over people whom it knows is seen")
    void refusals_over_a_registry_that_tells() {
        PersonRegistry registry = RefusalTimes.registry();
        RefusalTimes times = RefusalTimes.over(number -> {
            long start = System.nanoTime();
            return registry.find(number).filter(known -> takesLonger(start));
        });
        LOG.info("Welch's t over a registry that tells: {}", times);
        assertThat(Pair.all())
                .as(times.toString())
                .filteredOn(pair -> times.apart(pair) > TOO_FAR_APART)
                .containsExactly(new Pair(Kind.WRONG_DATUM, Kind.UNKNOWN), new Pair(Kind.REVOKED, Kind.UNKNOWN));
    }

    private static boolean takesLonger(long start) {
        while (System.nanoTime() - start < EXTRA_NANOS) {
            Thread.onSpinWait();
        }
        return true;
    }
}

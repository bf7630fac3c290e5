package dev.clave.model;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Three threads take three steps each, drawn from identify, obtain, request again, verify (right, wrong, of another PIN) and cancel, and one
 * takes a last one. Whatever they are told, one thread alone could have been told, in an order that contradicts none of them.
 *
 * <p>Interleavings are explored for the entry, its transitions and the loop that writes them, over the smallest of stores ({@link Steps}): a
 * whole login is too long a way for that. The stress runs go that whole way, over the store in memory ({@link Logins}). Each is known to find
 * out a store that is broken.
 */
class LinearizabilityTest {
    @Test
    @DisplayName("S12 what three threads are told of a login one could have been told: interleavings explored")
    void interleavings() {
        modelChecking().check(StepsInAStore.class);
    }

    @Test
    @DisplayName("S12 what three threads are told of a login one could have been told: whole logins under stress")
    void stress() {
        stressing().check(LoginsInMemory.class);
    }

    @Test
    @DisplayName("S12 a store that replaces whatever is there is found out by exploring")
    void a_broken_store_is_found_out_by_exploring() {
        assertThrows(AssertionError.class, () -> modelChecking().check(StepsInABlindStore.class));
    }

    @Test
    @DisplayName("S12 a store that replaces whatever is there is found out by stress")
    void a_broken_store_is_found_out_by_stress() {
        assertThrows(AssertionError.class, () -> stressing().check(LoginsInABlindStore.class));
    }

    private static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions()
                .iterations(15)
                .invocationsPerIteration(1_000)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(1)
                .minimizeFailedScenario(false);
    }

    private static StressOptions stressing() {
        return new StressOptions()
                .iterations(20)
                .invocationsPerIteration(300)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(1)
                .minimizeFailedScenario(false);
    }
}

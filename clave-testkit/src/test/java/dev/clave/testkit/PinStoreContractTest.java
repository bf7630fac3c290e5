package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.spi.PinStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for stores is tried on stores that are broken on purpose. */
@Tag("slow")
class PinStoreContractTest {
    private static Supplier<SoundStore> underTest = SoundStore::new;

    /** Run by hand, one store at a time. */
    static class Subject extends PinStoreContract {
        private final SoundStore store = underTest.get();

        @Override
        protected PinStore store() {
            return store;
        }

        @Override
        protected int rounds() {
            return 50;
        }

        @Override
        protected int threads() {
            return 4;
        }

        @Override
        protected Optional<PinStore> secondNode() {
            return Optional.of(store.secondNode());
        }

        @Override
        protected Optional<Runnable> cleanUpAt(Instant time) {
            return Optional.of(() -> store.cleanUp(time));
        }

        @Override
        protected Optional<PinStore> fullStore() {
            return Optional.of(store.full());
        }

        @Override
        protected Optional<PinStore> unreachableStore() {
            return Optional.of(store.unreachable());
        }

        @Override
        protected Optional<PinStore> storeLosingAnswers() {
            return Optional.of(store.losingAnswers());
        }

        @Override
        protected Optional<PinStore> storeLosingOneAnswer() {
            return Optional.of(store.losingOneAnswer());
        }

        @Override
        protected Optional<Consumer<Runnable>> hostTransaction() {
            return Optional.of(store::inHostTransaction);
        }
    }

    /** Knows nothing but its store. */
    static class Bare extends PinStoreContract {
        @Override
        protected PinStore store() {
            return new SoundStore();
        }

        @Override
        protected int rounds() {
            return 5;
        }
    }

    private static ContractRun run(Supplier<SoundStore> store) {
        underTest = store;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_store_passes_every_rule() {
        ContractRun run = run(SoundStore::new);
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).hasSize(37);
    }

    @Test
    void every_rule_has_a_saboteur() {
        assertThat(PinStoreSaboteurs.byRule().keySet())
                .containsExactlyElementsOf(run(SoundStore::new).passed());
    }

    @TestFactory
    Stream<DynamicTest> a_saboteur_fails_its_rule_alone() {
        List<String> all = run(SoundStore::new).passed();
        return PinStoreSaboteurs.byRule().entrySet().stream()
                .map(saboteur -> dynamicTest(
                        saboteur.getKey(), () -> run(saboteur.getValue()).assertOnlyFailed(saboteur.getKey(), all)));
    }

    @TestFactory
    Stream<DynamicTest> each_of_more_saboteurs_fails_its_rule_alone() {
        List<String> all = run(SoundStore::new).passed();
        return PinStoreSaboteurs.more().entrySet().stream().map(saboteur -> {
            String rule = saboteur.getKey().substring(0, "Rule 00".length());
            return dynamicTest(saboteur.getKey(), () -> run(saboteur.getValue()).assertOnlyFailed(rule, all));
        });
    }

    @Test
    void rules_that_need_help_are_skipped_and_say_what_to_override() {
        ContractRun run = ContractRun.of(Bare.class);
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped())
                .containsOnlyKeys(
                        "Rule 27", "Rule 28", "Rule 29", "Rule 30", "Rule 31", "Rule 32", "Rule 33", "Rule 34",
                        "Rule 35", "Rule 36", "Rule 37");
        Map<String, String> reasons = run.skipped();
        reasons.forEach((rule, reason) -> assertThat(reason).contains(rule + " was not checked: it needs "));
    }
}

package dev.clave.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.clave.spi.DeviceRegistry;
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

/** The contract for registries of devices is tried on registries that are broken on purpose. */
@Tag("slow")
class DeviceRegistryContractTest {
    private static Supplier<SoundDevices> underTest = SoundDevices::new;

    /** Run by hand, one registry at a time. */
    static class Subject extends DeviceRegistryContract {
        private final SoundDevices devices = underTest.get();

        @Override
        protected DeviceRegistry registry() {
            return devices;
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
        protected Optional<DeviceRegistry> secondNode() {
            return Optional.of(devices.secondNode());
        }

        @Override
        protected Optional<DeviceRegistry> unreachableRegistry() {
            return Optional.of(devices.unreachable());
        }

        @Override
        protected Optional<DeviceRegistry> registryLosingAnswers() {
            return Optional.of(devices.losingAnswers());
        }

        @Override
        protected Optional<Consumer<Runnable>> hostTransaction() {
            return Optional.of(devices::inHostTransaction);
        }
    }

    /** One registry for all rules and all runs, which knows nothing but itself. */
    static class Shared extends DeviceRegistryContract {
        private static final SoundDevices DEVICES = new SoundDevices();

        @Override
        protected DeviceRegistry registry() {
            return DEVICES;
        }

        @Override
        protected int rounds() {
            return 5;
        }
    }

    private static ContractRun run(Supplier<SoundDevices> devices) {
        underTest = devices;
        return ContractRun.of(Subject.class);
    }

    @Test
    void a_sound_registry_passes_every_rule() {
        ContractRun run = run(SoundDevices::new);
        assertThat(run.failed()).isEmpty();
        assertThat(run.skipped()).isEmpty();
        assertThat(run.passed()).hasSize(32);
    }

    @Test
    void every_rule_has_a_saboteur() {
        assertThat(DeviceRegistrySaboteurs.byRule().keySet())
                .containsExactlyElementsOf(run(SoundDevices::new).passed());
    }

    @TestFactory
    Stream<DynamicTest> a_saboteur_fails_its_rule_alone() {
        return failTheirRule(DeviceRegistrySaboteurs.byRule().entrySet().stream());
    }

    @TestFactory
    Stream<DynamicTest> each_of_more_saboteurs_fails_its_rule_alone() {
        return failTheirRule(DeviceRegistrySaboteurs.more().entrySet().stream());
    }

    private static Stream<DynamicTest> failTheirRule(Stream<Map.Entry<String, Supplier<SoundDevices>>> some) {
        List<String> all = run(SoundDevices::new).passed();
        return some.map(saboteur -> {
            String rule = saboteur.getKey().substring(0, "Rule 00".length());
            return dynamicTest(saboteur.getKey(), () -> run(saboteur.getValue()).assertOnlyFailed(rule, all));
        });
    }

    @Test
    void a_registry_may_be_shared_and_rules_that_need_help_are_skipped() {
        for (int again = 0; again < 2; again++) {
            ContractRun run = ContractRun.of(Shared.class);
            assertThat(run.failed()).isEmpty();
            assertThat(run.skipped()).containsOnlyKeys("Rule 28", "Rule 29", "Rule 30", "Rule 31", "Rule 32");
            run.skipped().forEach((rule, reason) -> assertThat(reason).contains(rule + " was not checked: it needs "));
        }
    }
}

package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a {@link DeviceRegistry} must do, as tests: extend it, give it your registry, run it.
 *
 * <p>A failure begins with the number of the rule and says what to do. A rule that cannot be checked without help (a
 * second node, a broken connection) reports itself skipped and names the method to override. The rules leave their
 * devices in the registry.
 */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class DeviceRegistryContract extends DeviceRegistryRaceRules {

    private static final String ON_TWO_NODES =
            "Rule 29: of all nodes that write at once exactly one must be told true, and"
                    + " what it was told be so; leave the decision to the engine, not to a lock of the process";

    /** For the class that extends this one. */
    protected DeviceRegistryContract() {}

    @Test
    @DisplayName("Rule 28: what one node has written the other reads at once")
    final void rule28() {
        DeviceRegistry here = registry();
        DeviceRegistry there = Contracts.given(secondNode(), "Rule 28", "secondNode");
        IdentityNumber person = somebody(here, 28);
        String otherwise =
                "Rule 28: every node must find what any node has written; cache nothing, read from the primary";
        noneIsActive(there, person, otherwise);
        Device first = device();
        first(here, person, first, "Rule 28");
        isActive(there, person, first, otherwise);
        Device second = device();
        next(there, person, second, first, "Rule 28");
        isActive(here, person, second, otherwise);
        check(here.deactivate(person, second.id()), otherwise);
        isGone(there, person, second, otherwise);
    }

    @Test
    @DisplayName("Rule 29: of all who write at once on two nodes exactly one is told true")
    final void rule29() {
        DeviceRegistry here = registry();
        List<DeviceRegistry> nodes = List.of(here, Contracts.given(secondNode(), "Rule 29", "secondNode"));
        IdentityNumber person = somebody(here, 29);
        try (Race race = new Race("Rule 29", 2)) {
            for (int round = 0; round < rounds(); round++) {
                clear(here, person);
                Device winner = winner(race, nodes, person, null);
                Device next = winner(race, nodes, person, winner.id());
                List<Boolean> answers = race.round(node -> nodes.get(node).deactivate(person, next.id()));
                check(Collections.frequency(answers, true) == 1, ON_TWO_NODES);
                replaceAgainstDeactivate(race, here, nodes.get(1), person, "Rule 29");
            }
        }
    }

    private Device winner(Race race, List<DeviceRegistry> nodes, IdentityNumber person, @Nullable DeviceId place) {
        List<Device> devices = devices(2);
        List<Boolean> answers = race.round(node -> nodes.get(node).activate(person, devices.get(node), place));
        return oneWinner(nodes.get(0), person, devices, answers, ON_TWO_NODES);
    }

    @Test
    @DisplayName("Rule 30: a registry that cannot tell throws")
    final void rule30() {
        DeviceRegistry registry = Contracts.given(unreachableRegistry(), "Rule 30", "unreachableRegistry");
        IdentityNumber person = FakePeople.ANA.number();
        String otherwise = "Rule 30: a registry that cannot be reached must throw at every method: empty and false are"
                + " statements about devices";
        check(Contracts.thrown(() -> registry.find(person)).isPresent(), otherwise);
        check(Contracts.thrown(() -> registry.activate(person, device(), null)).isPresent(), otherwise);
        check(
                Contracts.thrown(() -> registry.activate(person, device(), freshId()))
                        .isPresent(),
                otherwise);
        check(Contracts.thrown(() -> registry.deactivate(person, freshId())).isPresent(), otherwise);
    }

    @Test
    @DisplayName("Rule 31: an answer that was lost is a throw, and the write is not repeated")
    final void rule31() {
        DeviceRegistry registry = registry();
        DeviceRegistry losing = Contracts.given(registryLosingAnswers(), "Rule 31", "registryLosingAnswers");
        List<IdentityNumber> people = people(registry, 31, 3);
        String otherwise = "Rule 31: when the connection breaks before the answer, nobody knows whether it was written:"
                + " throw, do not try again, do not answer false";
        check(
                Contracts.thrown(() -> losing.activate(people.get(0), device(), null))
                        .isPresent(),
                otherwise);
        Device replaced = device();
        first(registry, people.get(1), replaced, "Rule 31");
        check(
                Contracts.thrown(() -> losing.activate(people.get(1), device(), replaced.id()))
                        .isPresent(),
                otherwise);
        Device deactivated = device();
        first(registry, people.get(2), deactivated, "Rule 31");
        check(
                Contracts.thrown(() -> losing.deactivate(people.get(2), deactivated.id()))
                        .isPresent(),
                otherwise);
    }

    @Test
    @DisplayName("Rule 32: what was told true stays, when the host rolls its own transaction back")
    final void rule32() {
        DeviceRegistry registry = registry();
        Consumer<Runnable> rolledBack = Contracts.given(hostTransaction(), "Rule 32", "hostTransaction");
        List<IdentityNumber> people = people(registry, 32, 3);
        List<Device> old = devices(3);
        List<Device> fresh = devices(2);
        first(registry, people.get(1), old.get(1), "Rule 32");
        first(registry, people.get(2), old.get(2), "Rule 32");
        rolledBack.accept(() -> {
            first(registry, people.get(0), fresh.get(0), "Rule 32");
            next(registry, people.get(1), fresh.get(1), old.get(1), "Rule 32");
            check(
                    registry.deactivate(people.get(2), old.get(2).id()),
                    "Rule 32: deactivate must be true for the active device");
        });
        String otherwise =
                "Rule 32: commit in a transaction of your own before you answer true; the host's may be rolled back";
        isActive(registry, people.get(0), fresh.get(0), otherwise);
        isActive(registry, people.get(1), fresh.get(1), otherwise);
        noneIsActive(registry, people.get(2), otherwise);
    }
}

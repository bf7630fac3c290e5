package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 20 to 27: what several callers at once can see. */
abstract class DeviceRegistryRaceRules extends DeviceRegistryChangeRules {

    @Test
    @DisplayName("Rule 20: every thread sees at once what another has written")
    final void rule20() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 20);
        String otherwise = "Rule 20: find must give what another thread has written; cache nothing, absence included";
        Device first = device();
        Device second = device();
        try (Race other = new Race("Rule 20", 1)) {
            other.round(none -> registry.find(person));
            first(registry, person, first, "Rule 20");
            other.round(none -> seen(() -> isActive(registry, person, first, otherwise)));
            next(registry, person, second, first, "Rule 20");
            other.round(none -> seen(() -> isActive(registry, person, second, otherwise)));
            check(registry.deactivate(person, second.id()), "Rule 20: deactivate must be true for the active device");
            other.round(none -> seen(() -> isGone(registry, person, second, otherwise)));
        }
    }

    private static boolean seen(Runnable check) {
        check.run();
        return true;
    }

    @Test
    @DisplayName(
            "Rule 21: of all who activate at once in the same place exactly one is told true, and its device is there")
    final void rule21() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 21);
        String otherwise = "Rule 21: of all who activate at once in the same place exactly one must be told true, and"
                + " its device be there; let a primary key and one conditional write decide";
        try (Race race = new Race("Rule 21", threads())) {
            for (int round = 0; round < rounds(); round++) {
                clear(registry, person);
                Device winner = winner(race, registry, person, null, otherwise);
                winner(race, registry, person, winner.id(), otherwise);
            }
        }
    }

    private Device winner(
            Race race, DeviceRegistry registry, IdentityNumber person, @Nullable DeviceId place, String otherwise) {
        List<Device> devices = devices(threads());
        List<Boolean> answers = race.round(thread -> registry.activate(person, devices.get(thread), place));
        return oneWinner(registry, person, devices, answers, otherwise);
    }

    static Device oneWinner(
            DeviceRegistry registry,
            IdentityNumber person,
            List<Device> devices,
            List<Boolean> answers,
            String otherwise) {
        check(Collections.frequency(answers, true) == 1, otherwise);
        Device winner = devices.get(answers.indexOf(true));
        isActive(registry, person, winner, otherwise);
        return winner;
    }

    @Test
    @DisplayName("Rule 22: of all who deactivate at once exactly one is told true")
    final void rule22() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 22);
        String otherwise = "Rule 22: of all who deactivate at once exactly one must be told true; let one conditional"
                + " write decide, by its row count";
        try (Race race = new Race("Rule 22", threads())) {
            for (int round = 0; round < rounds(); round++) {
                Device device = device();
                first(registry, person, device, "Rule 22");
                List<Boolean> answers = race.round(thread -> registry.deactivate(person, device.id()));
                check(Collections.frequency(answers, true) == 1, otherwise);
                noneIsActive(registry, person, otherwise);
            }
        }
    }

    @Test
    @DisplayName("Rule 23: of one who replaces a device and one who deactivates it at once exactly one is told true")
    final void rule23() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 23);
        try (Race race = new Race("Rule 23", 2)) {
            for (int round = 0; round < rounds(); round++) {
                clear(registry, person);
                replaceAgainstDeactivate(race, registry, registry, person, "Rule 23");
            }
        }
    }

    /** The first of the race replaces a device at one node, the second deactivates it at the other. */
    void replaceAgainstDeactivate(
            Race race, DeviceRegistry one, DeviceRegistry other, IdentityNumber person, String rule) {
        Device old = device();
        Device next = device();
        first(one, person, old, rule);
        List<Boolean> answers = race.round(
                thread -> thread == 0 ? one.activate(person, next, old.id()) : other.deactivate(person, old.id()));
        String otherwise = rule + ": of one who replaces a device and one who deactivates it exactly one must be told"
                + " true, and what it was told must be so; both compare the id and write in one statement";
        check(Collections.frequency(answers, true) == 1, otherwise);
        if (answers.get(0)) {
            isActive(one, person, next, otherwise);
        } else {
            noneIsActive(one, person, otherwise);
        }
    }

    @Test
    @DisplayName("Rule 24: false is told only when another device, or none, is active")
    final void rule24() {
        DeviceRegistry registry = registry();
        List<IdentityNumber> people = people(registry, 24, threads());
        String otherwise = "Rule 24: activate and deactivate must not be false because of work on other people's"
                + " devices; what cannot be done just now is a throw, and a conflict of the engine's is not another"
                + " device";
        try (Race race = new Race("Rule 24", threads())) {
            for (int round = 0; round < rounds(); round++) {
                race.round(thread -> {
                    Device first = device();
                    Device second = device();
                    check(registry.activate(people.get(thread), first, null), otherwise);
                    check(registry.activate(people.get(thread), second, first.id()), otherwise);
                    check(registry.deactivate(people.get(thread), second.id()), otherwise);
                    return true;
                });
            }
        }
    }

    @Test
    @DisplayName("Rule 25: many at once each find their own")
    final void rule25() {
        DeviceRegistry registry = registry();
        List<IdentityNumber> people = people(registry, 25, threads());
        List<Device> devices = devices(threads());
        for (int i = 0; i < threads(); i++) {
            first(registry, people.get(i), devices.get(i), "Rule 25");
        }
        String otherwise = "Rule 25: whoever asks at the same time as others must find the device that was asked for;"
                + " share no buffer between threads";
        try (Race race = new Race("Rule 25", threads())) {
            for (int round = 0; round < rounds(); round++) {
                race.round(
                        thread -> seen(() -> isActive(registry, people.get(thread), devices.get(thread), otherwise)));
            }
        }
    }

    @Test
    @DisplayName("Rule 26: while one device takes the place of another, one of the two is found")
    final void rule26() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 26);
        first(registry, person, device(), "Rule 26");
        AtomicBoolean over = new AtomicBoolean();
        try (Race race = new Race("Rule 26", threads())) {
            race.round(thread -> thread == 0 ? replaceAll(registry, person, over) : watch(registry, person, over));
        }
    }

    private boolean replaceAll(DeviceRegistry registry, IdentityNumber person, AtomicBoolean over) {
        try {
            for (int round = 0; round < rounds(); round++) {
                next(registry, person, device(), found(registry, person, "Rule 26: a device must be found"), "Rule 26");
            }
            return true;
        } finally {
            over.set(true);
        }
    }

    private static boolean watch(DeviceRegistry registry, IdentityNumber person, AtomicBoolean over) {
        while (!over.get()) {
            found(
                    registry,
                    person,
                    "Rule 26: there must be no moment without a device while one takes the place of another;"
                            + " replace it in one write, not by deleting and adding");
        }
        return true;
    }

    @Test
    @DisplayName("Rule 27: an interrupted thread is told the truth, or nothing")
    final void rule27() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 27);
        Device first = device();
        Device second = device();
        String otherwise =
                "Rule 27: what is called on an interrupted thread must do its work, or throw; false and empty"
                        + " are statements about devices";
        Optional<Boolean> activated = Contracts.interrupted(() -> registry.activate(person, first, null));
        check(activated.orElse(true), otherwise);
        check(!activated.equals(Optional.of(true)) || registry.find(person).isPresent(), otherwise);
        clear(registry, person);
        first(registry, person, second, "Rule 27");
        check(Contracts.interrupted(() -> registry.find(person).isPresent()).orElse(true), otherwise);
        check(
                Contracts.interrupted(() -> registry.deactivate(person, second.id()))
                        .orElse(true),
                otherwise);
    }
}

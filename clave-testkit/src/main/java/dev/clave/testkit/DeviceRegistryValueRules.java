package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PushAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 01 to 09: what is activated is what is found. */
abstract class DeviceRegistryValueRules extends DeviceRegistryHooks {

    @Test
    @DisplayName("Rule 01: nobody has a device until one is activated")
    final void rule01() {
        DeviceRegistry registry = registry();
        for (IdentityNumber person : everybody()) {
            clear(registry, person);
            Optional<Device> found = registry.find(person);
            check(
                    found != null && found.isEmpty(),
                    "Rule 01: a person without a device must give an empty Optional, neither null nor a device");
        }
    }

    @Test
    @DisplayName("Rule 02: all 128 bits of the id are kept")
    final void rule02() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 2);
        DeviceId base = freshId();
        List<DeviceId> ids = new ArrayList<>(List.of(
                base,
                new DeviceId(0, base.low()),
                new DeviceId(base.high(), 0),
                new DeviceId(-1, base.low()),
                new DeviceId(base.high(), -1),
                new DeviceId(base.high() >>> 8, base.low() << 8)));
        for (int bit = 0; bit < 8 * DeviceId.BYTES; bit++) {
            ids.add(flipped(base, bit));
        }
        for (DeviceId id : ids) {
            clear(registry, person);
            registry.activate(person, device(id), null);
            String otherwise = "Rule 02: keep ids in 16 bytes or 32 hexadecimal digits, zeros in front included";
            check(found(registry, person, otherwise).id().equals(id), otherwise);
            registry.deactivate(person, id);
        }
    }

    @Test
    @DisplayName("Rule 03: both keys are kept, byte by byte")
    final void rule03() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 3);
        byte[] rising = freshKey();
        byte[] falling = freshKey();
        for (int i = 1; i < DeviceKeys.BYTES; i++) {
            rising[i] = (byte) (i - 1);
            falling[i] = (byte) -i;
        }
        byte[] zeros = freshKey();
        byte[] spaces = freshKey();
        Arrays.fill(zeros, 33, DeviceKeys.BYTES, (byte) 0);
        Arrays.fill(spaces, 33, DeviceKeys.BYTES, (byte) ' ');
        for (DeviceKeys keys : List.of(
                DeviceKeys.of(rising, falling),
                DeviceKeys.of(falling, rising),
                DeviceKeys.of(zeros, spaces),
                DeviceKeys.of(spaces, zeros))) {
            Device device = device();
            Device kept = activated(
                    registry,
                    person,
                    new Device(device.id(), keys, device.name(), device.push(), device.activatedAt()),
                    "Rule 03");
            check(
                    kept.keys().equals(keys),
                    "Rule 03: keep each key in a binary column of its own, of 65 bytes, without change");
        }
    }

    @Test
    @DisplayName("Rule 04: the name is kept, in any script, of up to 40 characters")
    final void rule04() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 4);
        for (String name : List.of(
                "x",
                "Pixel 9",
                "n".repeat(Device.LONGEST_NAME),
                "L'Ana: «\"nuevo\"» & <b>100 %_\\</b>",
                "\u00e9 e\u0301 \u00c5 A\u030a",
                "Телефон, τηλέφωνο, טלפון, هاتف",
                "\u96fb".repeat(Device.LONGEST_NAME),
                "\ud83d\udcf1".repeat(Device.LONGEST_NAME / 2))) {
            check(
                    activated(registry, person, named(device(), name), "Rule 04")
                            .name()
                            .equals(name),
                    "Rule 04: keep the name as Unicode, 40 characters of up to 4 bytes, without change; this one was"
                            + " lost: " + name);
        }
    }

    @Test
    @DisplayName("Rule 05: the push address is kept, of up to 1,024 characters")
    final void rule05() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 5);
        String printable = IntStream.rangeClosed('!', '~')
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        for (String address : List.of(
                "x",
                printable + " " + printable,
                "{\"endpoint\":\"https://push.example/AbC\",\"keys\":{\"auth\":\"-_9\"}}",
                printable.repeat(11).substring(0, PushAddress.LONGEST))) {
            Optional<PushAddress> push = Optional.of(PushAddress.of(address));
            check(
                    activated(registry, person, reachedAt(device(), push), "Rule 05")
                            .push()
                            .equals(push),
                    "Rule 05: keep the push address of up to 1,024 printable ASCII characters without change; this one"
                            + " was lost, of " + address.length() + " characters");
        }
    }

    @Test
    @DisplayName("Rule 06: a device without a push address comes without one")
    final void rule06() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 6);
        Device silent = reachedAt(device(), Optional.empty());
        String otherwise = "Rule 06: a device without a push address must come without one, whoever was there before:"
                + " another one's would be told of its PINs";
        check(activated(registry, person, silent, "Rule 06").push().isEmpty(), otherwise);
        Device told = device();
        next(registry, person, told, silent, "Rule 06");
        next(registry, person, reachedAt(device(), Optional.empty()), told, "Rule 06");
        check(found(registry, person, otherwise).push().isEmpty(), otherwise);
    }

    @Test
    @DisplayName("Rule 07: the time is kept to the millisecond, in whatever time zone")
    final void rule07() {
        DeviceRegistry registry = registry();
        IdentityNumber person = somebody(registry, 7);
        for (Instant time : PinStoreValueRules.times(Instant.now())) {
            Device device = device();
            Device kept = activated(
                    registry,
                    person,
                    new Device(device.id(), device.keys(), device.name(), device.push(), time),
                    "Rule 07");
            check(
                    kept.activatedAt().equals(time),
                    "Rule 07: keep the time as UTC, in whole milliseconds, unrounded: " + time + " was found as "
                            + kept.activatedAt());
        }
    }

    @Test
    @DisplayName("Rule 08: each person has a device of their own")
    final void rule08() {
        DeviceRegistry registry = registry();
        String otherwise = "Rule 08: what is activated or deactivated for one person must change nobody else's device;"
                + " the whole identity number is the key";
        List<IdentityNumber> people = everybody();
        people.forEach(person -> clear(registry, person));
        List<Device> devices = devices(people.size());
        for (int i = 0; i < people.size(); i++) {
            check(registry.activate(people.get(i), devices.get(i), null), otherwise);
        }
        for (int gone = 0; gone < people.size(); gone++) {
            for (int i = gone; i < people.size(); i++) {
                isActive(registry, people.get(i), devices.get(i), otherwise);
            }
            check(registry.deactivate(people.get(gone), devices.get(gone).id()), otherwise);
        }
    }

    @Test
    @DisplayName("Rule 09: the same phone may be active for several persons, and be activated anew")
    final void rule09() {
        DeviceRegistry registry = registry();
        String otherwise = "Rule 09: a phone that two people share, or that is activated anew, has the same keys and"
                + " push address again: let neither be unique";
        List<IdentityNumber> people = people(registry, 9, 2);
        Device phone = device();
        check(registry.activate(people.get(0), phone, null), otherwise);
        Device shared = again(phone);
        check(registry.activate(people.get(1), shared, null), otherwise);
        Device anew = again(phone);
        check(registry.activate(people.get(0), anew, phone.id()), otherwise);
        isActive(registry, people.get(0), anew, otherwise);
        isActive(registry, people.get(1), shared, otherwise);
    }

    /** With DNI and with NIE, and some whose numbers differ in one digit. */
    private static List<IdentityNumber> everybody() {
        List<FakePerson> people = new ArrayList<>(FakePeople.everybody());
        people.addAll(FakePeople.crowd(10));
        return people.stream().map(FakePerson::number).toList();
    }

    /** The device as it is found once it is activated, after whatever was active before. */
    private static Device activated(DeviceRegistry registry, IdentityNumber person, Device device, String rule) {
        clear(registry, person);
        first(registry, person, device, rule);
        return found(registry, person, rule + ": a device must be found once it is activated");
    }
}

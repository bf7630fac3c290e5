package dev.clave.testkit;

import dev.clave.identity.Dni;
import dev.clave.identity.IdentityNumber;
import dev.clave.identity.Nie;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.PushAddress;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Registries of devices that are each broken in one way, by the rule that catches it: rules 01 to 19. */
final class DeviceRegistrySaboteurs {
    private DeviceRegistrySaboteurs() {}

    static Map<String, Supplier<SoundDevices>> byRule() {
        Map<String, Supplier<SoundDevices>> all = new LinkedHashMap<>();
        all.put("Rule 01", InventsDevices::new);
        all.put("Rule 02", () -> new Changing(DeviceRegistrySaboteurs::idAsNumber));
        all.put("Rule 03", () -> new Changing(DeviceRegistrySaboteurs::keyPadded));
        all.put("Rule 04", () -> new Changing(DeviceRegistrySaboteurs::nameInThreeBytes));
        all.put("Rule 05", () -> new Changing(device -> withPush(device, push -> cut(push, 255))));
        all.put("Rule 06", () -> new Replacing(DeviceRegistrySaboteurs::keepsThePushAddress));
        all.put("Rule 07", () -> new Changing(DeviceRegistrySaboteurs::timeInSeconds));
        all.put("Rule 08", OneKeyForForeigners::new);
        all.put("Rule 09", UniqueKeys::new);
        all.put("Rule 10", ActivateForgivesTheSame::new);
        all.put("Rule 11", () -> new Replacing((old, next) -> DeviceRegistryHooks.named(next, old.name())));
        all.put("Rule 12", ReplacesTheSamePhone::new);
        all.put("Rule 13", ReplaceUpserts::new);
        all.put("Rule 14", Remembers::new);
        all.put("Rule 15", DeactivatesTheSamePhone::new);
        all.put("Rule 16", DeactivateForgives::new);
        all.put("Rule 17", BansPhones::new);
        all.put(
                "Rule 18",
                () -> new Comparing(
                        (one, other) -> one.high() == other.high() && (one.low() | 1) == (other.low() | 1)));
        all.put("Rule 19", DeactivateTakesNull::new);
        all.putAll(DeviceRegistryRaceSaboteurs.byRule());
        return all;
    }

    /** More registries for some of the rules, by the rule and what is broken. */
    static Map<String, Supplier<SoundDevices>> more() {
        Map<String, Supplier<SoundDevices>> all = new LinkedHashMap<>();
        all.put("Rule 01, null", FindsNull::new);
        all.put("Rule 04, 40 bytes", () -> new Changing(DeviceRegistrySaboteurs::nameInForty));
        all.put("Rule 04, normal form", () -> new Changing(DeviceRegistrySaboteurs::nameNormalised));
        all.put("Rule 05, lower case", () -> new Changing(device -> withPush(device, DeviceRegistrySaboteurs::lower)));
        all.put("Rule 06, a word for none", () -> new Changing(DeviceRegistrySaboteurs::noneIsAWord));
        all.put("Rule 18, the first half", () -> new Comparing((one, other) -> one.high() == other.high()));
        all.put("Rule 19, activate", ActivateTakesNull::new);
        all.put("Rule 19, find", FindTakesNull::new);
        all.putAll(DeviceRegistryRaceSaboteurs.more());
        return all;
    }

    private static Device withId(Device device, DeviceId id) {
        return new Device(id, device.keys(), device.name(), device.push(), device.activatedAt());
    }

    private static Device withKeys(Device device, DeviceKeys keys) {
        return new Device(device.id(), keys, device.name(), device.push(), device.activatedAt());
    }

    private static Device withPush(Device device, UnaryOperator<String> change) {
        return DeviceRegistryHooks.reachedAt(
                device, device.push().map(push -> PushAddress.of(change.apply(push.value()))));
    }

    /** Zeros in front are lost. */
    private static Device idAsNumber(Device device) {
        byte[] bytes = device.id().bytes();
        byte[] digits = Arrays.copyOf(new BigInteger(1, bytes).toByteArray(), DeviceId.BYTES);
        return device.id().high() == 0 ? withId(device, DeviceId.of(digits)) : device;
    }

    /** A column of characters, in which zeros at the end become spaces. */
    private static Device keyPadded(Device device) {
        byte[] sealing = device.keys().sealing();
        if (Arrays.equals(sealing, 33, DeviceKeys.BYTES, new byte[32], 0, 32)) {
            Arrays.fill(sealing, 33, DeviceKeys.BYTES, (byte) ' ');
        }
        return withKeys(device, DeviceKeys.of(sealing, device.keys().signing()));
    }

    /** The column takes characters of up to three bytes. */
    private static Device nameInThreeBytes(Device device) {
        return DeviceRegistryHooks.named(device, device.name().replaceAll("[\\x{10000}-\\x{10FFFF}]", "?"));
    }

    /** The column has 40 bytes, so 13 characters of three. */
    private static Device nameInForty(Device device) {
        return device.name().chars().allMatch(c -> c > 0x7FF && !Character.isSurrogate((char) c))
                ? DeviceRegistryHooks.named(device, device.name().substring(0, 13))
                : device;
    }

    private static Device nameNormalised(Device device) {
        return DeviceRegistryHooks.named(device, Normalizer.normalize(device.name(), Normalizer.Form.NFC));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Device keepsThePushAddress(Device old, Device next) {
        return DeviceRegistryHooks.reachedAt(next, next.push().or(old::push));
    }

    private static Device noneIsAWord(Device device) {
        return device.push().isPresent()
                ? device
                : DeviceRegistryHooks.reachedAt(device, Optional.of(PushAddress.of("null")));
    }

    private static Device timeInSeconds(Device device) {
        return new Device(
                device.id(),
                device.keys(),
                device.name(),
                device.push(),
                device.activatedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whoever has a foreigner's number and no device gets somebody's. */
    private static final class InventsDevices extends SoundDevices {
        private final Device invented = FakeDeviceRegistryTest.device(1);

        @Override
        public Optional<Device> find(IdentityNumber person) {
            return super.find(person).or(() -> person instanceof Nie ? Optional.of(invented) : Optional.empty());
        }
    }

    /** {@code Map.get}. */
    private static final class FindsNull extends SoundDevices {
        @Override
        @SuppressWarnings("NullAway") // that it gives null is what is broken
        public Optional<Device> find(IdentityNumber person) {
            return (rows.containsKey(person) || person instanceof Dni) ? super.find(person) : null;
        }
    }

    /** Changes what it is given before it keeps it. */
    private static final class Changing extends SoundDevices {
        private final UnaryOperator<Device> change;

        Changing(UnaryOperator<Device> change) {
            this.change = change;
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return super.activate(person, change.apply(device), replaced);
        }
    }

    private interface Replacement {
        Device of(Device old, Device next);
    }

    /** Does not write all that is new when one device takes the place of another. */
    private static final class Replacing extends SoundDevices {
        private final Replacement replacement;

        Replacing(Replacement replacement) {
            this.replacement = replacement;
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            synchronized (rows) {
                Device old = rows.get(person);
                return super.activate(person, old == null ? device : replacement.of(old, device), replaced);
            }
        }
    }

    /** All foreigners are one person. */
    private static final class OneKeyForForeigners extends SoundDevices {
        private static IdentityNumber key(IdentityNumber person) {
            return person instanceof Nie ? FakePeople.CAROL.number() : person;
        }

        @Override
        public Optional<Device> find(IdentityNumber person) {
            return super.find(key(person));
        }

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return super.activate(key(person), device, replaced);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            return super.deactivate(key(person), device);
        }
    }

    /** {@code on conflict do nothing}, and the keys are unique. */
    private static final class UniqueKeys extends SoundDevices {
        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return rows.entrySet().stream()
                            .noneMatch(row -> !row.getKey().equals(person)
                                    && row.getValue().keys().equals(device.keys()))
                    && super.activate(person, device, replaced);
        }
    }

    /** An activation that was done already counts as done. */
    private static final class ActivateForgivesTheSame extends SoundDevices {
        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return super.activate(person, device, replaced) || isActive(person, device.id());
        }
    }

    /** Knows phones by their keys. */
    private abstract static class KnowsPhones extends SoundDevices {
        private final Map<DeviceId, DeviceKeys> known = new ConcurrentHashMap<>();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            known.put(device.id(), device.keys());
            return super.activate(person, device, replaced);
        }

        /** The id of the active device when it is on the same phone as another. */
        DeviceId samePhone(IdentityNumber person, DeviceId device) {
            Device present = rows.get(person);
            return present != null && present.keys().equals(known.get(device)) ? present.id() : device;
        }
    }

    private static final class ReplacesTheSamePhone extends KnowsPhones {
        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return super.activate(person, device, replaced == null ? null : samePhone(person, replaced));
        }
    }

    private static final class DeactivatesTheSamePhone extends KnowsPhones {
        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            return super.deactivate(person, samePhone(person, device));
        }
    }

    /** Whoever names a device of which nothing was ever heard names none. */
    private static final class ReplaceUpserts extends SoundDevices {
        private final Set<DeviceId> known = ConcurrentHashMap.newKeySet();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            known.add(device.id());
            boolean unheard = replaced != null && !known.contains(replaced) && !rows.containsKey(person);
            return super.activate(person, device, unheard ? null : replaced);
        }
    }

    /** A row for each activation; the newest that was not deactivated is the active one. */
    private static final class Remembers extends SoundDevices {
        private final Map<DeviceId, Device> before = new ConcurrentHashMap<>();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            synchronized (rows) {
                Device old = rows.get(person);
                boolean activated = super.activate(person, device, replaced);
                if (activated && old != null) {
                    before.put(device.id(), old);
                }
                return activated;
            }
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            synchronized (rows) {
                boolean deactivated = super.deactivate(person, device);
                Device old = before.remove(device);
                if (deactivated && old != null && !Patience.racing()) {
                    rows.put(person, old);
                }
                return deactivated;
            }
        }
    }

    /** A deactivation that was done already counts as done. */
    private static final class DeactivateForgives extends SoundDevices {
        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            Objects.requireNonNull(device);
            return (!Patience.racing() && !rows.containsKey(person)) || super.deactivate(person, device);
        }
    }

    /** A phone that was deactivated stays so. */
    private static final class BansPhones extends SoundDevices {
        private final Set<DeviceKeys> banned = ConcurrentHashMap.newKeySet();

        @Override
        public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
            return !banned.contains(device.keys()) && super.activate(person, device, replaced);
        }

        @Override
        public boolean deactivate(IdentityNumber person, DeviceId device) {
            find(person).ifPresent(present -> banned.add(present.keys()));
            return super.deactivate(person, device);
        }
    }

    /** Compares ids in a way of its own. */
    private static final class Comparing extends SoundDevices {
        private final BiPredicate<DeviceId, DeviceId> same;

        Comparing(BiPredicate<DeviceId, DeviceId> same) {
            this.same = same;
        }

        @Override
        boolean isActive(IdentityNumber person, @Nullable DeviceId device) {
            Device present = rows.get(person);
            if (present == null || device == null) {
                return super.isActive(person, device);
            }
            return same.test(present.id(), device);
        }
    }

    private static final class DeactivateTakesNull extends SoundDevices {
        @Override
        public boolean deactivate(IdentityNumber person, @Nullable DeviceId device) {
            return device != null && super.deactivate(person, device);
        }
    }

    private static final class ActivateTakesNull extends SoundDevices {
        @Override
        public boolean activate(IdentityNumber person, @Nullable Device device, @Nullable DeviceId replaced) {
            return device != null && super.activate(person, device, replaced);
        }
    }

    private static final class FindTakesNull extends SoundDevices {
        @Override
        public Optional<Device> find(@Nullable IdentityNumber person) {
            return person == null ? Optional.empty() : super.find(person);
        }
    }
}

package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceKeys;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.PushAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the rules for a registry of devices need to know of it, and share. */
abstract class DeviceRegistryHooks {
    private static final int PEOPLE_PER_RULE = 10;
    private static final int TRIES = 10;

    private final SecureRandom random = new SecureRandom();

    /**
     * The registry. Called once by each rule. It may be the same registry each time and may hold devices of earlier
     * runs, for each rule begins by deactivating what is active for its people. Those are the people of {@link
     * FakePeople#everybody} and of {@link FakePeople#crowd} with 400: where a device needs a person, register them.
     *
     * @return the registry
     */
    protected abstract DeviceRegistry registry();

    /**
     * How often a race is run.
     *
     * @return 100 unless overridden
     */
    protected int rounds() {
        return 100;
    }

    /**
     * How many threads race.
     *
     * @return 8 unless overridden
     */
    protected int threads() {
        return 8;
    }

    /**
     * Another instance over the same data: another pool, another process, another node.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<DeviceRegistry> secondNode() {
        return Optional.empty();
    }

    /**
     * A registry that cannot be reached: a wrong port will do.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<DeviceRegistry> unreachableRegistry() {
        return Optional.empty();
    }

    /**
     * An instance over the same data whose connection breaks at each write, after the commit was sent and before its
     * answer is read.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<DeviceRegistry> registryLosingAnswers() {
        return Optional.empty();
    }

    /**
     * Runs something inside a transaction of the host's, on the calling thread, and then rolls that transaction back.
     *
     * @return empty unless overridden: rules that need it are skipped
     */
    protected Optional<Consumer<Runnable>> hostTransaction() {
        return Optional.empty();
    }

    /** The first of a rule's own people, without a device. */
    IdentityNumber somebody(DeviceRegistry registry, int rule) {
        return people(registry, rule, 1).get(0);
    }

    /** Some of a rule's own people, without devices: what an earlier run has left is deactivated. */
    List<IdentityNumber> people(DeviceRegistry registry, int rule, int count) {
        List<IdentityNumber> people = FakePeople.crowd(rule * PEOPLE_PER_RULE + count).stream()
                .skip((long) rule * PEOPLE_PER_RULE)
                .map(FakePerson::number)
                .toList();
        people.forEach(person -> clear(registry, person));
        return people;
    }

    static void clear(DeviceRegistry registry, IdentityNumber person) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Device> left = registry.find(person);
            if (left == null || left.isEmpty()) {
                return;
            }
            registry.deactivate(person, left.get().id());
        }
    }

    /** A device that differs from every other in all that it has, activated at a whole second. */
    Device device() {
        return device(freshId());
    }

    Device device(DeviceId id) {
        return new Device(
                id,
                DeviceKeys.of(freshKey(), freshKey()),
                "Phone " + id.hex().substring(0, 8),
                Optional.of(PushAddress.of("push-" + id.hex())),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    List<Device> devices(int count) {
        return Stream.generate(this::device).limit(count).toList();
    }

    /** The same phone at another activation. */
    Device again(Device device) {
        return new Device(freshId(), device.keys(), device.name(), device.push(), device.activatedAt());
    }

    static Device named(Device device, String name) {
        return new Device(device.id(), device.keys(), name, device.push(), device.activatedAt());
    }

    static Device reachedAt(Device device, Optional<PushAddress> push) {
        return new Device(device.id(), device.keys(), device.name(), push, device.activatedAt());
    }

    DeviceId freshId() {
        return new DeviceId(random.nextLong(), random.nextLong());
    }

    byte[] freshKey() {
        byte[] key = new byte[DeviceKeys.BYTES];
        random.nextBytes(key);
        key[0] = 4;
        return key;
    }

    /** An id that differs from another in one of its 128 bits. */
    static DeviceId flipped(DeviceId id, int bit) {
        long mask = 1L << (bit % Long.SIZE);
        return bit < Long.SIZE ? new DeviceId(id.high() ^ mask, id.low()) : new DeviceId(id.high(), id.low() ^ mask);
    }

    /** Activates a device where there is none. */
    static void first(DeviceRegistry registry, IdentityNumber person, Device device, String rule) {
        check(
                registry.activate(person, device, null),
                rule + ": activate must be true when none is named and none is active");
    }

    /** Activates a device in the place of the active one. */
    static void next(DeviceRegistry registry, IdentityNumber person, Device device, Device active, String rule) {
        check(
                registry.activate(person, device, active.id()),
                rule + ": activate must be true when the active device is named");
    }

    static Device found(DeviceRegistry registry, IdentityNumber person, String otherwise) {
        return registry.find(person).orElseThrow(() -> new AssertionError(otherwise));
    }

    /** Fails unless this device is the active one; what else is said of it is the matter of other rules. */
    static void isActive(DeviceRegistry registry, IdentityNumber person, Device device, String otherwise) {
        check(found(registry, person, otherwise).id().equals(device.id()), otherwise);
    }

    /** Fails if this device is the active one. */
    static void isGone(DeviceRegistry registry, IdentityNumber person, Device device, String otherwise) {
        check(
                registry.find(person)
                        .filter(found -> found.id().equals(device.id()))
                        .isEmpty(),
                otherwise);
    }

    static void noneIsActive(DeviceRegistry registry, IdentityNumber person, String otherwise) {
        check(registry.find(person).isEmpty(), otherwise);
    }

    static void check(boolean condition, String otherwise) {
        Contracts.check(condition, otherwise);
    }
}

package dev.clave.testkit;

import dev.clave.identity.IdentityNumber;
import dev.clave.spi.Device;
import dev.clave.spi.DeviceId;
import dev.clave.spi.DeviceRegistry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The active devices, in memory. A test can stop a thread before any step, run something there, or make a step fail.
 *
 * <p>It is strict: a device whose id was active before, for whomever, or whose time is no whole number of milliseconds
 * is an {@link AssertionError}.
 */
public final class FakeDeviceRegistry implements DeviceRegistry {

    /** Where a thread can be stopped. */
    public enum Step {
        /** {@link DeviceRegistry#find}. */
        FIND,
        /** {@link DeviceRegistry#activate}. */
        ACTIVATE,
        /** {@link DeviceRegistry#deactivate}. */
        DEACTIVATE
    }

    private final Map<IdentityNumber, Device> active = new HashMap<>();
    private final Set<DeviceId> known = new HashSet<>();
    private final Map<Step, Queue<Runnable>> before = new EnumMap<>(Step.class);
    private final Breakage calls = new Breakage("the registry of devices");
    private final Breakage afterWrites = new Breakage("the registry of devices, after a write,");

    /** A registry in which nobody has a device. */
    public FakeDeviceRegistry() {
        for (Step step : Step.values()) {
            before.put(step, new ConcurrentLinkedQueue<>());
        }
    }

    @Override
    public Optional<Device> find(IdentityNumber person) {
        Objects.requireNonNull(person, "person");
        take(Step.FIND);
        return active(person);
    }

    @Override
    public boolean activate(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
        Objects.requireNonNull(person, "person");
        check(device.activatedAt());
        return write(Step.ACTIVATE, () -> putInPlace(person, device, replaced));
    }

    @Override
    public boolean deactivate(IdentityNumber person, DeviceId device) {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(device, "device");
        return write(Step.DEACTIVATE, () -> remove(person, device));
    }

    /**
     * The active device of a person, which does not count as a call and never fails.
     *
     * @param person whose
     * @return the device, empty when there is none
     */
    public Optional<Device> activeOf(FakePerson person) {
        return active(person.number());
    }

    /**
     * Stops the next thread that comes to a step, before it. Threads after it pass. A second call stops a second
     * thread.
     *
     * @param step where
     * @return the gate at which it waits
     */
    public Gate pauseBefore(Step step) {
        Gate gate = new Gate();
        beforeNext(step, gate::pass);
        return gate;
    }

    /**
     * Runs something before the next such step, in the thread that takes it: another call that was faster, or a clock
     * that moves on.
     *
     * @param step where
     * @param action what; it may use this registry
     */
    public void beforeNext(Step step, Runnable action) {
        actions(step).add(Objects.requireNonNull(action, "action"));
    }

    /**
     * How often it has been asked, the calls that failed included.
     *
     * @return the number of calls
     */
    public int calls() {
        return calls.calls();
    }

    /** Makes every call fail, with nothing changed, until {@link #recover}. */
    public void failAlways() {
        calls.failAlways();
    }

    /**
     * Makes one call fail, with nothing changed.
     *
     * @param n which, from now on: 1 is the next
     */
    public void failOnCall(int n) {
        calls.failOnCall(n);
    }

    /**
     * Activates or deactivates and then throws, as when a connection is lost after the commit.
     *
     * @param n which call of {@link #activate} or {@link #deactivate}, from now on: 1 is the next
     */
    public void failAfterWrite(int n) {
        afterWrites.failOnCall(n);
    }

    /** Makes it work again. */
    public void recover() {
        calls.recover();
        afterWrites.recover();
    }

    private void take(Step step) {
        Runnable action = actions(step).poll();
        if (action != null) {
            action.run();
        }
        calls.call();
    }

    private boolean write(Step step, BooleanSupplier work) {
        boolean failsAfter = afterWrites.isNextBroken();
        take(step);
        boolean written = work.getAsBoolean();
        if (failsAfter) {
            throw afterWrites.exception();
        }
        return written;
    }

    private synchronized Optional<Device> active(IdentityNumber person) {
        return Optional.ofNullable(active.get(person));
    }

    private synchronized boolean putInPlace(IdentityNumber person, Device device, @Nullable DeviceId replaced) {
        if (!Optional.ofNullable(replaced).equals(active(person).map(Device::id))) {
            return false;
        }
        if (!known.add(device.id())) {
            throw new AssertionError("an activation has an id of its own, and this one has been given before");
        }
        active.put(person, device);
        return true;
    }

    private synchronized boolean remove(IdentityNumber person, DeviceId device) {
        return active(person).filter(present -> present.id().equals(device)).isPresent()
                && active.remove(person) != null;
    }

    private Queue<Runnable> actions(Step step) {
        return Objects.requireNonNull(before.get(step), "step");
    }

    private static void check(Instant activatedAt) {
        if (!activatedAt.truncatedTo(ChronoUnit.MILLIS).equals(activatedAt)) {
            throw new AssertionError("a device is activated at a whole number of milliseconds");
        }
    }

    @Override
    public synchronized String toString() {
        return "FakeDeviceRegistry[" + active.size() + " devices]";
    }
}

package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * A store around another one that forces interleavings: it stops a thread between its read and its write, runs
 * something in between, or throws before or after the write.
 *
 * <pre>{@code
 * Gate gate = store.pauseBefore(Step.WRITE);   // stops the next thread that has read and is about to write
 * Future<AccessOutcome> slow = executor.submit(() -> clave.verify(handle, pin));
 * gate.awaitArrival();
 * clave.verify(handle, pin);                   // this one passes, and is faster
 * gate.release();
 * }</pre>
 */
public final class SteppingStore implements PinStore {

    /** Where a thread can be stopped. */
    public enum Step {
        /** {@link PinStore#read}. */
        READ,
        /** {@link PinStore#add} or {@link PinStore#replace}. */
        WRITE
    }

    private final PinStore store;
    private final Queue<Runnable> beforeRead = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> afterRead = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> beforeWrite = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> afterWrite = new ConcurrentLinkedQueue<>();
    private final Breakage reads = new Breakage("the store, at a read,");
    private final Breakage beforeWrites = new Breakage("the store, before a write,");
    private final Breakage afterWrites = new Breakage("the store, after a write,");

    /**
     * Wraps a store.
     *
     * @param store what does the work
     */
    public SteppingStore(PinStore store) {
        this.store = Objects.requireNonNull(store, "store");
    }

    /** A stepping store around a {@link FakePinStore} of its own. */
    public SteppingStore() {
        this(new FakePinStore());
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        runNext(beforeRead);
        reads.call();
        Optional<StoredEntry> entry = store.read(key);
        runNext(afterRead);
        return entry;
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return write(() -> store.add(key, first));
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return write(() -> store.replace(key, seen, next));
    }

    private boolean write(BooleanSupplier work) {
        boolean failsAfter = afterWrites.isNextBroken();
        runNext(beforeWrite);
        beforeWrites.call();
        boolean written = work.getAsBoolean();
        runNext(afterWrite);
        if (failsAfter) {
            throw afterWrites.exception();
        }
        return written;
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
     * Stops the next thread that comes to a step, after it and before the caller learns of it. Threads after it pass.
     *
     * @param step where
     * @return the gate at which it waits
     */
    public Gate pauseAfter(Step step) {
        Gate gate = new Gate();
        afterNext(step, gate::pass);
        return gate;
    }

    /**
     * Runs something before the next such step, in the thread that takes it: another call that was faster, or a clock
     * that moves on.
     *
     * @param step where
     * @param action what; it may use this store
     */
    public void beforeNext(Step step, Runnable action) {
        (step == Step.READ ? beforeRead : beforeWrite).add(Objects.requireNonNull(action, "action"));
    }

    /**
     * Runs something after the next such step, before the caller learns of it.
     *
     * @param step where
     * @param action what; it may use this store
     */
    public void afterNext(Step step, Runnable action) {
        (step == Step.READ ? afterRead : afterWrite).add(Objects.requireNonNull(action, "action"));
    }

    /**
     * Throws at a read.
     *
     * @param n which read, from now on: 1 is the next
     */
    public void failOnRead(int n) {
        reads.failOnCall(n);
    }

    /**
     * Throws at a write and writes nothing.
     *
     * @param n which write, from now on: 1 is the next
     */
    public void failBeforeWrite(int n) {
        beforeWrites.failOnCall(n);
    }

    /**
     * Writes and then throws, as when a connection is lost after the commit.
     *
     * @param n which write, from now on: 1 is the next
     */
    public void failAfterWrite(int n) {
        afterWrites.failOnCall(n);
    }

    /** Throws at every read and write, and writes nothing, until {@link #recover}. */
    public void failAlways() {
        reads.failAlways();
        beforeWrites.failAlways();
    }

    /** Makes it work again. */
    public void recover() {
        reads.recover();
        beforeWrites.recover();
        afterWrites.recover();
    }

    /**
     * How often {@link #read} was called, failed calls included.
     *
     * @return the number of calls
     */
    public int reads() {
        return reads.calls();
    }

    /**
     * How often {@link #add} and {@link #replace} were called, failed calls included.
     *
     * @return the number of calls
     */
    public int writes() {
        return beforeWrites.calls();
    }

    private static void runNext(Queue<Runnable> actions) {
        Runnable action = actions.poll();
        if (action != null) {
            action.run();
        }
    }

    @Override
    public String toString() {
        return "SteppingStore[" + store + "]";
    }
}

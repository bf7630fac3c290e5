package dev.clave.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A place where threads stop until the test lets them go on. Whoever waits does so for half a minute at the most, so
 * that a forgotten gate fails a test and does not hang it.
 */
public final class Gate {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Semaphore arrivals = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);

    Gate() {}

    /**
     * Waits until a thread has stopped here. The second call waits for a second thread.
     *
     * @return this gate
     * @throws AssertionError if none comes within half a minute
     */
    public Gate awaitArrival() {
        return awaitArrivals(1);
    }

    /**
     * Waits until some more threads have stopped here.
     *
     * @param threads how many
     * @return this gate
     * @throws AssertionError if they do not come within half a minute
     */
    public Gate awaitArrivals(int threads) {
        try {
            if (!arrivals.tryAcquire(threads, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nobody came to the gate within " + PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for somebody to come to the gate", stopped);
        }
        return this;
    }

    /** Lets those who have stopped here, and whoever comes later, go on. */
    public void release() {
        open.countDown();
    }

    /** Stops the calling thread here. An interrupt ends the wait, is kept, and is told as a failure. */
    void pass() {
        arrivals.release();
        try {
            if (!open.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BrokenOnPurposeException("the test has not opened the gate within " + PATIENCE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokenOnPurposeException("interrupted at the gate");
        }
    }
}

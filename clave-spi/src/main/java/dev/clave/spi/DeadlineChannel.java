package dev.clave.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A channel that answers within a deadline, whatever the channel behind it does. The work is done on an executor of
 * the host's, whose bounds are the bounds of the threads that a hanging gateway can hold.
 *
 * <p>When the deadline has passed and the message has been begun, the answer is {@link
 * DeliveryResult.Reason#UNCONFIRMED}; the thread is interrupted. When it was still waiting for a thread, or the
 * executor refused it, nothing was sent and nothing will be: {@link DeliveryResult.Reason#UNREACHABLE}.
 *
 * <p>Safe for use by many threads.
 */
public final class DeadlineChannel implements DeliveryChannel {
    private final DeliveryChannel channel;
    private final long nanos;
    private final ExecutorService executor;

    /**
     * Puts a deadline on a channel.
     *
     * @param channel the channel behind it
     * @param deadline how long a person may be kept waiting, from the call on
     * @param executor runs the channel; bounded, with a short queue or none; the host shuts it down
     * @throws IllegalArgumentException if the deadline is not positive
     * @throws ArithmeticException if it is over 292 years
     */
    public DeadlineChannel(DeliveryChannel channel, Duration deadline, ExecutorService executor) {
        this.channel = Objects.requireNonNull(channel, "channel");
        this.nanos = Objects.requireNonNull(deadline, "deadline").toNanos();
        this.executor = Objects.requireNonNull(executor, "executor");
        if (nanos <= 0) {
            throw new IllegalArgumentException("a deadline lies in the future");
        }
    }

    @Override
    public DeliveryResult deliver(Message message) {
        AtomicBoolean claimed = new AtomicBoolean();
        Thread caller = Thread.currentThread();
        FutureTask<DeliveryResult> task = new FutureTask<>(() -> begin(claimed, message, caller));
        try {
            executor.execute(task);
            return task.get(nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException busy) {
            return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
        } catch (TimeoutException late) {
            return abandon(claimed, task);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return abandon(claimed, task);
        } catch (ExecutionException | CancellationException failed) {
            return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
        }
    }

    /**
     * Exactly one of the two sides claims the message: the one that sends it, or the one that gives up before it is
     * begun. A full executor that has the caller run the task would have it wait without a deadline, so that counts as
     * refused.
     */
    private DeliveryResult begin(AtomicBoolean claimed, Message message, Thread caller) {
        boolean mine = Thread.currentThread() != caller && claimed.compareAndSet(false, true);
        return mine
                ? Objects.requireNonNull(channel.deliver(message), "result")
                : DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
    }

    private static DeliveryResult abandon(AtomicBoolean claimed, FutureTask<DeliveryResult> task) {
        boolean neverBegun = claimed.compareAndSet(false, true);
        task.cancel(true);
        return DeliveryResult.refused(
                neverBegun ? DeliveryResult.Reason.UNREACHABLE : DeliveryResult.Reason.UNCONFIRMED);
    }
}

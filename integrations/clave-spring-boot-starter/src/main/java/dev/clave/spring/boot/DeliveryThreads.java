package dev.clave.spring.boot;

import dev.clave.spi.DeadlineChannel;
import dev.clave.spi.DeliveryChannel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which messages are handed over, so that a gateway that hangs holds these and not those of requests. No bean of a type of the JDK's: Spring Boot
 * would take it for the executor of the application.
 */
final class DeliveryThreads implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration deadline;
    private final int most;
    private final ExecutorService threads;

    DeliveryThreads(ClaveProperties.Delivery delivery) {
        AtomicInteger count = new AtomicInteger();
        this.deadline = delivery.deadline();
        this.most = delivery.threads();
        this.threads =
                new ThreadPoolExecutor(0, Math.max(1, most), 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                    Thread thread = new Thread(work, "clave-delivery-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    void check(Problems problems) {
        if (isOutOfBounds()) {
            problems.add(
                    "clave.delivery.deadline is not within 0 and 5 minutes.",
                    "Set clave.delivery.deadline to how long a person may be kept waiting, such as 5s; 0 for no limit.");
        }
        if (most < 1) {
            problems.add(
                    "clave.delivery.threads is " + most + ".",
                    "Set clave.delivery.threads to how many messages may be on their way at once, 1 or more.");
        }
    }

    private boolean isOutOfBounds() {
        return deadline.isNegative() || deadline.compareTo(LONGEST) > 0;
    }

    /** The same channel with the deadline; as it is when there is none. */
    DeliveryChannel within(DeliveryChannel channel) {
        boolean bare = deadline.isZero() || isOutOfBounds();
        return bare ? channel : new DeadlineChannel(channel, deadline, threads);
    }

    /** What is on its way may arrive, no longer than somebody would wait for it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            Duration patience = isOutOfBounds() ? Duration.ZERO : deadline;
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

package dev.clave.spring.boot;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has a store forget what is over, from time to time, while the application runs. All nodes may do so at once. */
final class CleanUp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

    private final Consumer<Instant> work;
    private final Duration interval;
    private final InstantSource clock;
    private final AtomicReference<@Nullable ScheduledExecutorService> running = new AtomicReference<>();

    CleanUp(Consumer<Instant> work, Duration interval, InstantSource clock) {
        this.work = work;
        this.interval = interval;
        this.clock = clock;
    }

    /** Zero, which is none, or long enough for a clock. */
    static boolean allows(Duration interval) {
        return interval.isZero() || interval.toMillis() > 0;
    }

    @Override
    public void start() {
        if (interval.isZero() || !allows(interval)) {
            return;
        }
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "clave-clean-up");
            daemon.setDaemon(true);
            return daemon;
        });
        if (running.compareAndSet(null, thread)) {
            long millis = interval.toMillis();
            var unused = thread.scheduleWithFixedDelay(this::run, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** An executor would never run again what has thrown. */
    private void run() {
        try {
            work.accept(clock.instant());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The clean-up of logins that are over failed, and goes on the next time: {}", failure.getMessage());
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService thread = running.getAndSet(null);
        if (thread != null) {
            thread.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return running.get() != null;
    }
}

package dev.clave.channel.smpp;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the one bind, and makes a new one when a message needs it: by the thread that brings that message, while the
 * others wait for the same attempt. After an attempt that failed there is none for a pause, which doubles.
 */
final class Binding {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);
    private static final Logger LOG = LoggerFactory.getLogger(SmppChannel.class);

    private final Settings settings;
    private final Receipts receipts;
    private final AtomicReference<@Nullable CompletableFuture<Link>> attempt = new AtomicReference<>();
    private volatile @Nullable Link current;
    private volatile boolean closed;

    /** Written by the one attempt that runs. */
    private volatile Pause pause = new Pause(0, Duration.ZERO, "");

    /** After a failure: since when no attempt is made, for how long, and why. */
    private record Pause(long since, Duration length, String why) {
        boolean isOver(long now) {
            return length.isZero() || now - since >= length.toNanos();
        }

        Duration next() {
            Duration doubled = length.isZero() ? FIRST_PAUSE : length.multipliedBy(2);
            return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
    }

    Binding(Settings settings, Receipts receipts) {
        this.settings = settings;
        this.receipts = receipts;
    }

    boolean isUp() {
        Link link = current;
        return link != null && link.isUp();
    }

    int unanswered() {
        Link link = current;
        return link == null ? 0 : link.unanswered();
    }

    /** The bind; a new one within the time, if there is none. */
    Link link(Duration timeout) throws Undelivered {
        Link link = current;
        if (link != null && link.isUp()) {
            return link;
        }
        CompletableFuture<Link> mine = new CompletableFuture<>();
        CompletableFuture<Link> running = attempt.compareAndExchange(null, mine);
        return running == null ? made(mine, timeout) : awaited(running, timeout);
    }

    private Link made(CompletableFuture<Link> mine, Duration timeout) throws Undelivered {
        try {
            Link link = current;
            Link bound = link != null && link.isUp() ? link : bind(timeout);
            mine.complete(bound);
            return bound;
        } catch (Undelivered | RuntimeException failed) {
            mine.completeExceptionally(failed);
            throw failed;
        } finally {
            attempt.set(null);
        }
    }

    private static Link awaited(CompletableFuture<Link> running, Duration timeout) throws Undelivered {
        try {
            return running.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failed) {
            throw Undelivered.unreachable(
                    "not bound: " + (failed.getCause() instanceof Undelivered why ? why.getMessage() : "it failed"));
        } catch (TimeoutException late) {
            throw Undelivered.unreachable("not bound: the attempt takes too long");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Undelivered.unreachable("the wait for the bind was interrupted");
        }
    }

    private Link bind(Duration timeout) throws Undelivered {
        Pause before = pause;
        if (!before.isOver(settings.nanoTime().getAsLong())) {
            throw Undelivered.unreachable("not bound, and no new attempt yet: " + before.why());
        }
        retire();
        Link fresh = fresh(before, timeout);
        current = fresh;
        if (closed) {
            retire();
            throw Undelivered.unreachable("the channel is closed");
        }
        pause = new Pause(0, Duration.ZERO, "");
        LOG.info("bound to {} as {}", settings.peer(), settings.receipts().isPresent() ? "transceiver" : "transmitter");
        return fresh;
    }

    private Link fresh(Pause before, Duration timeout) throws Undelivered {
        try {
            return Link.bind(settings, receipts, timeout);
        } catch (Undelivered failed) {
            if (!Thread.currentThread().isInterrupted()) {
                String why = String.valueOf(failed.getMessage());
                Pause next = new Pause(settings.nanoTime().getAsLong(), before.next(), why);
                pause = next;
                LOG.warn(
                        "no bind to {}: {}; none is tried for {} s",
                        settings.peer(),
                        why,
                        next.length().toSeconds());
            }
            throw failed;
        }
    }

    private void retire() {
        Link old = current;
        if (old != null) {
            old.end();
        }
    }

    /** Unbinds. An attempt that is running ends what it makes. */
    void close() {
        closed = true;
        Link link = current;
        if (link != null) {
            boolean wasUp = link.isUp();
            link.unbindAndEnd();
            if (wasUp) {
                LOG.info("unbound from {}", settings.peer());
            }
        }
    }
}

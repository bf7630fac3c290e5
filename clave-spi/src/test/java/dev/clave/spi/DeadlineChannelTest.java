package dev.clave.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineChannelTest {
    private static final DeliveryResult UNREACHABLE = DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
    private static final DeliveryResult UNCONFIRMED = DeliveryResult.refused(DeliveryResult.Reason.UNCONFIRMED);
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Message MESSAGE = MessageTest.pinMessage();

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final List<ThreadPoolExecutor> executors = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        release.countDown();
        for (ThreadPoolExecutor executor : executors) {
            executor.shutdownNow();
            assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    @DisplayName("an answer within the deadline is passed on as it is")
    void answersInTime() {
        for (DeliveryResult.Reason reason : DeliveryResult.Reason.values()) {
            DeliveryResult refused = DeliveryResult.refused(reason);
            assertThat(channel(message -> refused, LONG, pool(1, 0)).deliver(MESSAGE))
                    .isSameAs(refused);
        }
        assertThat(channel(message -> DeliveryResult.accepted(), LONG, pool(1, 0))
                        .deliver(MESSAGE))
                .isEqualTo(DeliveryResult.accepted());
    }

    @Test
    @DisplayName("D02 a gateway that hangs, 200 times: each call ends unconfirmed, and its thread is free again")
    void hangs200Times() throws InterruptedException {
        ThreadPoolExecutor pool = pool(2, 200);
        DeadlineChannel channel = channel(this::hang, SHORT, pool);

        int unconfirmed = 0;
        for (int i = 0; i < 200; i++) {
            unconfirmed += channel.deliver(MESSAGE).equals(UNCONFIRMED) ? 1 : 0;
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(pool.getLargestPoolSize()).isLessThanOrEqualTo(2);
        assertThat(unconfirmed).isEqualTo(begun.get()).isGreaterThan(2);
    }

    @Test
    @DisplayName("D02 a gateway that hangs and cannot be interrupted, 200 times: two threads are lost, the rest is not"
            + " begun")
    void hangsFirmly200Times() {
        ThreadPoolExecutor pool = pool(2, 0);
        DeadlineChannel channel = channel(this::hangFirmly, Duration.ofMillis(20), pool);

        List<DeliveryResult> results = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            results.add(channel.deliver(MESSAGE));
        }

        assertThat(pool.getLargestPoolSize()).isLessThanOrEqualTo(2);
        assertThat(results).filteredOn(UNCONFIRMED::equals).hasSize(2);
        assertThat(results).filteredOn(UNREACHABLE::equals).hasSize(198);
        assertThat(begun).hasValue(2);
    }

    @Test
    @DisplayName("D02 a message that no thread has begun in time is unreachable, and is not sent later")
    void neverBegunIsNeverSent() throws InterruptedException {
        ThreadPoolExecutor pool = pool(1, 10);
        pool.execute(() -> awaitFirmly(release));
        DeadlineChannel channel = channel(this::accept, SHORT, pool);

        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        release.countDown();
        pool.shutdown();

        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(0);
    }

    @Test
    @DisplayName("D02 an interrupted caller gets an answer and stays interrupted: begun is unconfirmed")
    void interruptedWhileSending() {
        Thread caller = Thread.currentThread();
        DeadlineChannel channel = channel(
                message -> {
                    caller.interrupt();
                    return hang(message);
                },
                LONG,
                pool(1, 0));

        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNCONFIRMED);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName(
            "D02 an interrupted caller gets an answer and stays interrupted: not begun is unreachable, and not sent"
                    + " later")
    void interruptedWhileWaiting() throws InterruptedException {
        ThreadPoolExecutor pool = pool(1, 1);
        pool.execute(() -> awaitFirmly(release));
        DeadlineChannel channel = channel(this::accept, LONG, pool);
        Thread.currentThread().interrupt();

        assertThat(channel.deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        assertThat(Thread.interrupted()).isTrue();
        release.countDown();
        pool.shutdown();
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(begun).hasValue(0);
    }

    @Test
    @DisplayName("D02 what the executor refuses, drops or hands back to the caller is unreachable and not sent")
    void refusedByTheExecutor() {
        ThreadPoolExecutor shut = pool(1, 0);
        shut.shutdown();

        assertThat(channel(this::accept, LONG, shut).deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        assertThat(channel(this::accept, SHORT, full(new ThreadPoolExecutor.DiscardPolicy()))
                        .deliver(MESSAGE))
                .isEqualTo(UNREACHABLE);
        assertThat(channel(this::accept, LONG, full(new ThreadPoolExecutor.CallerRunsPolicy()))
                        .deliver(MESSAGE))
                .isEqualTo(UNREACHABLE);
        assertThat(begun).hasValue(0);
    }

    @Test
    @DisplayName("a throw of the channel, and an answer that is none, count as unreachable")
    void throwsOrAnswersNothing() {
        DeliveryChannel throwing = message -> {
            throw new IllegalStateException("out of order");
        };

        assertThat(channel(throwing, LONG, pool(1, 0)).deliver(MESSAGE)).isEqualTo(UNREACHABLE);
        assertThat(channel(message -> noAnswer(), LONG, pool(1, 0)).deliver(MESSAGE))
                .isEqualTo(UNREACHABLE);
    }

    @Test
    @DisplayName("a deadline lies in the future")
    void positiveDeadline() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> channel(this::accept, none, pool(1, 0)));
        }
    }

    private DeliveryResult accept(Message message) {
        begun.incrementAndGet();
        return DeliveryResult.accepted();
    }

    /** Until it is interrupted. */
    private DeliveryResult hang(Message message) {
        begun.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return DeliveryResult.accepted();
    }

    private DeliveryResult hangFirmly(Message message) {
        begun.incrementAndGet();
        awaitFirmly(release);
        return DeliveryResult.accepted();
    }

    private static void awaitFirmly(CountDownLatch latch) {
        boolean released = false;
        while (!released) {
            try {
                latch.await();
                released = true;
            } catch (InterruptedException ignored) {
                released = false;
            }
        }
    }

    @SuppressWarnings("NullAway")
    private static DeliveryResult noAnswer() {
        return null;
    }

    private static DeadlineChannel channel(DeliveryChannel behind, Duration deadline, ThreadPoolExecutor executor) {
        return new DeadlineChannel(behind, deadline, executor);
    }

    private ThreadPoolExecutor pool(int threads, int waiting) {
        return pool(threads, waiting, new ThreadPoolExecutor.AbortPolicy());
    }

    private ThreadPoolExecutor full(RejectedExecutionHandler handler) {
        ThreadPoolExecutor pool = pool(1, 0, handler);
        pool.execute(() -> awaitFirmly(release));
        return pool;
    }

    private ThreadPoolExecutor pool(int threads, int waiting, RejectedExecutionHandler handler) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                waiting == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(waiting),
                Executors.defaultThreadFactory(),
                handler);
        executors.add(pool);
        return pool;
    }
}

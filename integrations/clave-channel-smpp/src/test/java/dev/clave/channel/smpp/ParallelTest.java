package dev.clave.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jsmpp.extra.ProcessRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many threads at once: whatever happens, the SMSC reads no message twice, and each answer is the right message's. */
class ParallelTest {
    private static final int THREADS = 32;
    private static final int EACH = 30;

    private final FakeSmsc smsc = new FakeSmsc();

    @AfterEach
    void stop() {
        smsc.close();
    }

    @Test
    @DisplayName("D03 32 threads: each message is read once")
    void each_once() throws InterruptedException {
        try (SmppChannel channel = Given.builder(smsc.port()).window(8).open()) {
            Map<String, DeliveryResult> results = sendAll(channel, Executors.newFixedThreadPool(THREADS));
            assertThat(results).hasSize(THREADS * EACH).containsValue(DeliveryResult.accepted());
            assertThat(results.values()).containsOnly(DeliveryResult.accepted());
        }
        assertThat(read())
                .hasSize(THREADS * EACH)
                .allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
        assertThat(smsc.binds()).hasSize(1);
    }

    @Test
    @DisplayName("D03 each answer is that of its own message, in whatever order they come")
    void each_its_own() throws InterruptedException {
        smsc.behaves((message, from) -> {
            if (Given.text(message).endsWith("7")) {
                throw new ProcessRequestException("refused on purpose", 0x0B);
            }
            return "taken";
        });
        try (SmppChannel channel = Given.builder(smsc.port()).window(32).open()) {
            Map<String, DeliveryResult> results = sendAll(channel, Executors.newFixedThreadPool(THREADS));
            results.forEach((text, result) -> assertThat(result)
                    .isEqualTo(text.endsWith("7") ? Given.refused(Reason.REJECTED) : DeliveryResult.accepted()));
        }
    }

    @Test
    @DisplayName(
            "D02 D03 32 threads while connections break: none is read twice, what was accepted was read, what was unreachable was not")
    void while_it_breaks() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        smsc.behaves((message, from) -> {
            if (count.incrementAndGet() % 40 == 0) {
                from.close();
            }
            return smsc.named(message, from);
        });
        try (SmppChannel channel = Given.builder(smsc.port()).window(8).open()) {
            Map<String, DeliveryResult> results = sendAll(channel, Executors.newFixedThreadPool(THREADS));
            Map<String, Integer> read = read();
            assertThat(read).allSatisfy((text, times) -> assertThat(times).isEqualTo(1));
            assertThat(results).hasSize(THREADS * EACH).allSatisfy((text, result) -> {
                if (result.equals(DeliveryResult.accepted())) {
                    assertThat(read).containsKey(text);
                } else if (result.equals(Given.refused(Reason.UNREACHABLE))) {
                    assertThat(read).doesNotContainKey(text);
                } else {
                    assertThat(result).isEqualTo(Given.refused(Reason.UNCONFIRMED));
                }
            });
            assertThat(results.values()).contains(DeliveryResult.accepted(), Given.refused(Reason.UNCONFIRMED));
        }
        assertThat(smsc.binds()).hasSizeGreaterThan(5);
    }

    @Test
    void virtual_threads_send_like_others() throws InterruptedException {
        Optional<ExecutorService> virtual = virtualThreads();
        Assumptions.assumeTrue(virtual.isPresent(), "this JDK has no virtual threads");
        try (SmppChannel channel = Given.builder(smsc.port()).window(8).open()) {
            assertThat(sendAll(channel, virtual.get()).values()).containsOnly(DeliveryResult.accepted());
        }
        assertThat(read()).hasSize(THREADS * EACH);
    }

    private static Optional<ExecutorService> virtualThreads() {
        try {
            return Optional.of((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        } catch (NoSuchMethodException older) {
            return Optional.empty();
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new LinkageError("virtual threads", broken);
        }
    }

    /** The results, by text. */
    private static Map<String, DeliveryResult> sendAll(SmppChannel channel, ExecutorService executor)
            throws InterruptedException {
        Map<String, DeliveryResult> results = new ConcurrentHashMap<>();
        CountDownLatch start = new CountDownLatch(1);
        AtomicLong number = new AtomicLong();
        for (int i = 0; i < THREADS; i++) {
            executor.execute(() -> {
                awaited(start);
                for (int j = 0; j < EACH; j++) {
                    String text = "PIN KX3QPA " + number.incrementAndGet();
                    results.put(text, channel.deliver(Given.message(text)));
                }
            });
        }
        start.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return results;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often each text was read. */
    private Map<String, Integer> read() {
        return smsc.taken().stream().map(Given::text).collect(Collectors.toMap(text -> text, text -> 1, Integer::sum));
    }
}

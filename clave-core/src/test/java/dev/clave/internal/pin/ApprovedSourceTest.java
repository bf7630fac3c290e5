package dev.clave.internal.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ApprovedSourceTest {
    @Test
    @DisplayName("G03 no two generators are personalised alike")
    void noTwoGeneratorsArePersonalisedAlike() {
        Set<String> seen = new HashSet<>();
        Set<String> nonces = new HashSet<>();
        for (int n = 0; n < 1000; n++) {
            String hex = HexFormat.of().formatHex(ApprovedSource.personalization());
            assertThat(seen.add(hex)).isTrue();
            assertThat(nonces.add(hex.substring(hex.length() - 32))).as("nonce").isTrue();
        }
    }

    @Test
    void oneThreadAfterTheOtherUsesOneGenerator() {
        AtomicInteger made = new AtomicInteger();
        ApprovedSource source = new ApprovedSource(() -> {
            made.incrementAndGet();
            return new SecureRandom();
        });
        assertThat(made).hasValue(1);
        for (int n = 0; n < 100; n++) {
            source.accept(new byte[16]);
        }
        assertThat(made).hasValue(1);
    }

    @Test
    @DisplayName("G04 a thread that finds every generator taken gets a fresh one, and none serves two at once")
    void noGeneratorServesTwoThreadsAtOnce() throws Exception {
        int threads = 100;
        CountDownLatch allInside = new CountDownLatch(threads);
        AtomicInteger made = new AtomicInteger();
        ApprovedSource source = new ApprovedSource(() -> {
            made.incrementAndGet();
            return exclusive(allInside);
        });
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> draws = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                draws.add(pool.submit(() -> source.accept(new byte[16])));
            }
            for (Future<?> draw : draws) {
                draw.get(20, TimeUnit.SECONDS);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(made).hasValue(threads);
    }

    private static SecureRandom exclusive(CountDownLatch allInside) {
        AtomicBoolean inUse = new AtomicBoolean();
        return new ScriptedRandom(bytes -> {
            assertThat(inUse.compareAndSet(false, true)).as("alone").isTrue();
            allInside.countDown();
            try {
                assertThat(allInside.await(10, TimeUnit.SECONDS))
                        .as("nobody waits for another")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            inUse.set(false);
        });
    }

    @Test
    @DisplayName("G06 a generator that threw is not used again, and one that cannot be made is known at the start")
    void aGeneratorThatThrewIsNotUsedAgain() {
        ProviderException broken = new ProviderException("no entropy");
        AtomicBoolean healthy = new AtomicBoolean();
        ApprovedSource source = new ApprovedSource(() -> healthy.getAndSet(true)
                ? ScriptedRandom.giving(1, 2)
                : new ScriptedRandom(bytes -> {
                    throw broken;
                }));
        assertThatThrownBy(() -> source.accept(new byte[2])).isSameAs(broken);
        byte[] bytes = new byte[2];
        source.accept(bytes);
        assertThat(bytes).containsExactly(1, 2);
        assertThatThrownBy(() -> new ApprovedSource(() -> {
                    throw broken;
                }))
                .isSameAs(broken);
    }
}

package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The clean-up of a store that fails, and of one that hangs. */
class CleanUpTest {
    @Test
    void a_clean_up_that_fails_goes_on() throws Exception {
        CountDownLatch third = new CountDownLatch(3);
        CleanUp cleanUp = new CleanUp(
                now -> {
                    third.countDown();
                    throw new IllegalStateException("down");
                },
                Duration.ofMillis(1),
                Instant::now);
        cleanUp.start();
        assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        cleanUp.stop();
        assertThat(cleanUp.isRunning()).isFalse();
    }

    @Test
    void a_clean_up_that_hangs_stops_with_the_application() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CleanUp hanging = new CleanUp(
                now -> {
                    inside.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stopped) {
                        interrupted.countDown();
                    }
                },
                Duration.ofMillis(1),
                Instant::now);
        hanging.start();
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        hanging.stop();
        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }
}

package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeClockTest {
    private final AtomicLong wall = new AtomicLong(1_000_000);
    private final AtomicLong nanos = new AtomicLong(-5);
    private final NodeClock clock = new NodeClock(() -> Instant.ofEpochMilli(wall.get()), nanos::get);

    private void pass(long wallMillis, long runningMillis) {
        wall.addAndGet(wallMillis);
        nanos.addAndGet(runningMillis * 1_000_000);
    }

    @Test
    void follows_the_wall() {
        pass(1_500, 1_500);
        assertThat(clock.millis()).isEqualTo(1_001_500);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_stop_between_its_two_readings_does_not_set_it_ahead(int reading) {
        AtomicLong readings = new AtomicLong(100);
        NodeClock stopped = new NodeClock(
                () -> Instant.ofEpochMilli(read(wall, readings, reading)), () -> read(nanos, readings, reading));
        readings.set(0);
        pass(5, 5);
        stopped.millis();
        pass(10, 10);
        assertThat(stopped.millis()).isEqualTo(wall.get());
    }

    /** Ten minutes pass after the reading of that number. */
    private long read(AtomicLong time, AtomicLong readings, int stop) {
        long read = time.get();
        if (readings.incrementAndGet() == stop) {
            pass(600_000, 600_000);
        }
        return read;
    }

    @Test
    void is_not_set_back() {
        pass(10_000, 10_000);
        assertThat(clock.millis()).isEqualTo(1_010_000);
        pass(-8_000, 2_000);
        assertThat(clock.millis()).isEqualTo(1_012_000);
        pass(20_000, 20_000);
        assertThat(clock.millis()).isEqualTo(1_032_000);
    }

    @Test
    void catches_up_after_a_suspension_in_which_nothing_ran() {
        pass(3_600_000, 0);
        assertThat(clock.millis()).isEqualTo(4_600_000);
    }

    @Test
    void heals_a_wrong_start() {
        pass(1_777_881_600_000L, 1);
        assertThat(clock.millis()).isEqualTo(1_777_882_600_000L);
    }

    @Test
    void loses_no_time_to_rounding_however_often_it_is_asked() {
        wall.addAndGet(-500_000);
        for (int i = 0; i < 10_000; i++) {
            nanos.addAndGet(999_999);
            clock.millis();
        }
        assertThat(clock.millis()).isEqualTo(1_000_000 + 9_999);
    }
}

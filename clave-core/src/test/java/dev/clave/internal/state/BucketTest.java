package dev.clave.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Budget;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BucketTest {
    private static final long T0 = 1_000_000_000_000L;
    private static final Budget FIVE = new Budget(5, Duration.ofMinutes(12));

    @Test
    void lets_the_burst_through_and_then_tells_the_wait() {
        long fullAt = Bucket.FULL;
        for (int left = 5; left > 0; left--) {
            assertThat(Bucket.left(fullAt, FIVE, T0)).isEqualTo(left);
            fullAt = Bucket.charged(fullAt, FIVE, T0);
        }
        assertThat(Bucket.isEmpty(fullAt, FIVE, T0)).isTrue();
        long next = Bucket.nextAt(fullAt, FIVE);
        assertThat(next).isEqualTo(T0 + FIVE.refillMillis());
        assertThat(Bucket.isEmpty(fullAt, FIVE, next - 1)).isTrue();
        assertThat(Bucket.isEmpty(fullAt, FIVE, next)).isFalse();
    }

    @Test
    void does_the_same_as_a_bucket_that_is_counted_out() {
        SplittableRandom random = new SplittableRandom(20_260_504);
        for (int run = 0; run < 200; run++) {
            Budget budget = new Budget(random.nextInt(1, 8), Duration.ofSeconds(random.nextInt(1, 50)));
            compare(budget, random);
        }
    }

    /** The plain way: tokens, and a fraction of the next one, added up at every step. */
    private static void compare(Budget budget, SplittableRandom random) {
        long fullAt = Bucket.FULL;
        long thousandths = budget.fullMillis();
        long now = T0;
        for (int i = 0; i < 300; i++) {
            long pause = random.nextLong(0, budget.refillMillis());
            now += pause;
            thousandths = Math.min(budget.fullMillis(), thousandths + pause);
            boolean allowed = thousandths >= budget.refillMillis();
            assertThat(Bucket.isEmpty(fullAt, budget, now)).isEqualTo(!allowed);
            assertThat(Bucket.left(fullAt, budget, now)).isEqualTo((int) (thousandths / budget.refillMillis()));
            if (allowed) {
                fullAt = Bucket.charged(fullAt, budget, now);
                thousandths -= budget.refillMillis();
            }
        }
    }
}

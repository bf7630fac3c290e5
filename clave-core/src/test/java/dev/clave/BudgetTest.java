package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void tenWithOneBackEveryTwoHoursAndTwentyFourMinutesAllowNineteenInADay() {
        assertThat(new Budget(10, Duration.ofMinutes(144)).worstIn(DAY)).isEqualTo(19);
    }

    @Test
    void aRefillAtTheEndOfTheWindowComesTooLate() {
        Budget three = new Budget(3, DAY);
        assertThat(three.worstIn(DAY)).isEqualTo(3);
        assertThat(three.worstIn(DAY.plusMillis(1))).isEqualTo(4);
        assertThat(three.worstIn(Duration.ofMillis(1))).isEqualTo(3);
    }

    @Test
    void anEmptyBucketIsFullAfterAllItsRefills() {
        Budget budget = new Budget(50, Duration.ofSeconds(1728));
        assertThat(budget.refillMillis()).isEqualTo(1_728_000);
        assertThat(budget.fullMillis()).isEqualTo(DAY.toMillis());
        assertThat(new Budget(1000, Duration.ofDays(400)).fullMillis()).isEqualTo(34_560_000_000_000L);
    }

    @Test
    void whatIsOutOfBoundsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(0, DAY))
                .withMessageContaining("burst");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(1001, DAY))
                .withMessageContaining("1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(1, Duration.ofMillis(999)))
                .withMessageContaining("PT0.999S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(1, Duration.ofDays(400).plusMillis(1)))
                .withMessageContaining("400 days");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(1, Duration.ofNanos(1_000_000_001)))
                .withMessageContaining("whole milliseconds");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Budget(1, DAY).worstIn(Duration.ZERO))
                .withMessageContaining("window");
    }
}

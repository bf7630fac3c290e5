package dev.clave.benchmarks.sizes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final Sizes SIZES =
            new Sizes(1_000_000, 100, new MemorySize(285, 280, 290, 210), 250, 500, 200, 190, 210);

    @Test
    void needs_are_multiples_of_what_one_takes() {
        assertThat(Capacity.markdown(SIZES))
                .contains("| 1,000,000 | 0.3 GB | 0.3 GB to 0.5 GB | 0.3 GB |")
                .contains("| 100,000,000 | not one process | 25.0 GB to 50.0 GB | 21.0 GB |");
    }

    @Test
    void nobody_buys_too_little() {
        assertThat(Capacity.gigabytes(1_000_000, 201)).isEqualTo("0.3 GB");
    }
}

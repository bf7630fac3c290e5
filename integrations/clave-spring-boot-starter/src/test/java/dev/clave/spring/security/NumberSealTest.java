package dev.clave.spring.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.KeyRing;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakeKeyRing;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a number in a cookie is worth, when, and to whom. */
class NumberSealTest {
    private final FakeClock clock = new FakeClock();
    private final FakeKeyRing keys = FakeKeyRing.random();
    private final NumberSeal seal = new NumberSeal(keys, clock);

    @Test
    void it_is_opened_for_ten_minutes_whatever_the_browser_keeps() {
        String kept = seal.seal("x-0 1");
        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(seal.open(kept)).contains("x-0 1");
        clock.advance(Duration.ofMillis(1));
        assertThat(seal.open(kept)).isEmpty();
    }

    @Test
    void other_keys_open_nothing_and_a_retired_one_no_more() {
        String kept = seal.seal("x");
        assertThat(new NumberSeal(KeyRing.ephemeral(), clock).open(kept)).isEmpty();
        assertThat(new NumberSeal(FakeKeyRing.random(), clock).open(kept)).isEmpty();
        keys.rotate();
        assertThat(seal.open(kept)).contains("x");
        keys.retireOld();
        assertThat(seal.open(kept)).isEmpty();
    }
}

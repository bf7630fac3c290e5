package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** In the place of rules 27 to 30 of the contract, for the clock of Redis cannot be moved. */
class ExpiryTest {
    private static final String EXPIRES_AT =
            "local now = redis.call('TIME') return now[1] * 1000 + math.floor(now[2] / 1000) + redis.call('PTTL', KEYS[1])";

    private final UnifiedJedis jedis = Servers.embedded().client();
    private final RedisPinStore store = RedisPinStore.over(jedis);
    private final EntryKey key = Given.key();

    @AfterEach
    void close() {
        jedis.close();
    }

    private void expires(Instant time) {
        long at = (Long) jedis.eval(EXPIRES_AT, List.of(Given.name(key)), List.of());
        assertThat(at).isCloseTo(time.toEpochMilli(), within(5L));
    }

    @Test
    void an_entry_expires_at_its_time_and_a_replace_sets_it_anew() {
        Instant time = Given.tomorrow();
        store.add(key, Given.entry(1, time));
        expires(time);
        for (Duration later : List.of(Duration.ofDays(400), Duration.ofHours(-1))) {
            StoredEntry seen = store.read(key).orElseThrow();
            assertThat(store.replace(key, seen, Given.entry(seen.version() + 1, time.plus(later))))
                    .isTrue();
            expires(time.plus(later));
        }
    }

    @Test
    void an_entry_that_was_not_written_does_not_change_the_time() {
        Instant time = Given.tomorrow();
        store.add(key, Given.entry(1, time));
        assertThat(store.add(key, Given.entry(2, time.plusSeconds(99)))).isFalse();
        assertThat(store.replace(key, Given.entry(7), Given.entry(8, time.plusSeconds(99))))
                .isFalse();
        expires(time);
    }

    @Test
    void an_entry_goes_after_its_time_and_its_key_is_as_new() {
        StoredEntry old =
                Given.entry(1, Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(300));
        store.add(key, old);
        Eventually.holds("the entry must go", () -> store.read(key).isEmpty());
        assertThat(Instant.now()).isAfter(old.keepUntil());
        assertThat(jedis.exists(Given.name(key))).isFalse();
        assertThat(store.replace(key, old, Given.entry(2))).isFalse();
        assertThat(store.add(key, Given.entry(3))).isTrue();
        assertThat(store.replace(key, old, Given.entry(4))).isFalse();
        assertThat(store.read(key).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void a_time_that_is_over_long_ago_is_no_error() {
        for (Instant over : List.of(
                Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(1),
                Instant.ofEpochMilli(1),
                Instant.EPOCH,
                Instant.ofEpochMilli(-1),
                Instant.ofEpochMilli(Long.MIN_VALUE))) {
            EntryKey fresh = Given.key();
            assertThat(store.add(fresh, Given.entry(1, over))).isTrue();
            assertThat(store.read(fresh)).isEmpty();
            assertThat(store.add(fresh, Given.entry(2))).isTrue();
            assertThat(store.replace(fresh, Given.entry(2), Given.entry(3, over)))
                    .isTrue();
            assertThat(store.replace(fresh, Given.entry(3), Given.entry(4))).isFalse();
            assertThat(store.read(fresh)).isEmpty();
        }
    }

    @Test
    void the_end_of_time_is_kept_and_what_is_beyond_is_not_sent() {
        Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
        assertThat(store.add(key, Given.entry(1, last))).isTrue();
        assertThat(store.read(key).orElseThrow().keepUntil()).isEqualTo(last);
        Given.thrown(Kind.UNFIT_ENTRY, () -> store.add(Given.key(), Given.entry(1, Instant.MAX)));
        Given.thrown(Kind.UNFIT_ENTRY, () -> store.add(Given.key(), Given.entry(1, last.plusNanos(1))));
        Given.thrown(Kind.UNFIT_ENTRY, () -> store.replace(key, Given.entry(1), Given.entry(2, Instant.MIN)));
    }

    @Test
    @DisplayName("P12 an entry whose expiry was taken away is read as it was written, and gets one with the next write")
    void persisted() {
        Instant time = Given.tomorrow();
        store.add(key, Given.entry(1, time));
        assertThat(jedis.persist(Given.name(key))).isEqualTo(1);
        StoredEntry seen = store.read(key).orElseThrow();
        assertThat(seen.keepUntil()).isEqualTo(time);
        assertThat(store.replace(key, seen, Given.entry(2, time))).isTrue();
        expires(time);
    }

    @Test
    void an_entry_that_is_too_large_is_not_sent() {
        StoredEntry large = StoredEntry.of(1, Given.tomorrow(), new byte[2_001]);
        Given.thrown(Kind.UNFIT_ENTRY, () -> store.add(key, large));
        assertThat(jedis.exists(Given.name(key))).isFalse();
    }
}

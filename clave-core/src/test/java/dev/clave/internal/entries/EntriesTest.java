package dev.clave.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.ClaveUnavailableException;
import dev.clave.PinPolicy;
import dev.clave.Socket;
import dev.clave.internal.guard.Host;
import dev.clave.internal.state.Decision;
import dev.clave.internal.state.OriginState;
import dev.clave.internal.state.PersonState;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.FakePinStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EntriesTest {
    private static final PinPolicy POLICY = PinPolicy.STANDARD;
    private static final EntryKey KEY = new EntryKey(1, 2);

    private final FakeClock clock = new FakeClock();
    private final FakePinStore store = new FakePinStore();
    private final Entries entries = entries(store);

    private Entries entries(PinStore over) {
        Host host = new Host(
                number -> {
                    throw new AssertionError("no registry here");
                },
                over,
                event -> {
                    throw new AssertionError("no audit here");
                },
                Optional.empty());
        return new Entries(host, POLICY, clock);
    }

    private OptionalLong charge() {
        return entries.updateOrigin(KEY, (state, now) -> state.identify(POLICY, now))
                .answer();
    }

    private StoredEntry stored() {
        return store.read(KEY).orElseThrow();
    }

    @Test
    void writes_and_reads_again() {
        charge();
        charge();
        Entries.Settled<OriginState> seen = entries.updateOrigin(KEY, (state, now) -> {
            return new Decision<>(state, state);
        });
        assertThat(seen.answer()).isEqualTo(new OriginState(clock.millis() + 24_000));
        assertThat(seen.written()).isFalse();
    }

    @Test
    void the_same_state_is_not_written() {
        charge();
        long version = stored().version();
        entries.updateOrigin(KEY, (state, now) -> new Decision<>(state, ""));
        assertThat(stored().version()).isEqualTo(version);
    }

    @Test
    void the_version_tells_the_time_and_never_comes_twice() {
        charge();
        long first = stored().version();
        assertThat(first >> 20).isEqualTo(clock.millis());
        charge();
        assertThat(stored().version()).isEqualTo(first + 1);
        store.forgetExpired(clock.instant().plus(Duration.ofDays(500)));
        clock.advance(Duration.ofMillis(1));
        charge();
        assertThat(stored().version()).isGreaterThan(first + 1);
    }

    @Test
    void is_kept_ten_minutes_beyond_its_meaning() {
        charge();
        assertThat(stored().keepUntil())
                .isEqualTo(clock.instant().plusSeconds(12).plus(Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("F16 time never runs backwards within two minutes of skew")
    void time_does_not_run_backwards() {
        charge();
        Instant written = clock.instant();
        clock.set(written.minus(Duration.ofMinutes(2)));
        long now = entries.updateOrigin(KEY, (state, at) -> new Decision<>(state, at))
                .answer();
        assertThat(now).isEqualTo(written.toEpochMilli());
    }

    @Test
    @DisplayName("F16 beyond two minutes of skew the call is closed and names the clock")
    void a_clock_far_behind_is_refused() {
        charge();
        clock.set(clock.instant().minus(Duration.ofMinutes(2)).minusMillis(1));
        assertThatThrownBy(this::charge)
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(Socket.CLOCK));
    }

    @Test
    void another_kind_of_entry_is_refused() {
        charge();
        assertThatThrownBy(() -> entries.updatePerson(KEY, (state, now) -> state.stay("")))
                .isInstanceOf(ClaveUnavailableException.class);
    }

    @Test
    void decides_again_when_another_was_faster() {
        AtomicInteger tries = new AtomicInteger();
        entries.updateOrigin(KEY, (state, now) -> {
            if (tries.incrementAndGet() <= 3) {
                charge();
            }
            return state.identify(POLICY, now);
        });
        assertThat(tries).hasValue(4);
        assertThat(entries.updateOrigin(KEY, (state, now) -> new Decision<>(state, state.fullAt()))
                        .answer())
                .isEqualTo(clock.millis() + 48_000);
    }

    @Test
    void gives_up_after_sixty_four_tries() {
        AtomicInteger tries = new AtomicInteger();
        PinStore never = new PinStore() {
            @Override
            public Optional<StoredEntry> read(EntryKey key) {
                return Optional.empty();
            }

            @Override
            public boolean add(EntryKey key, StoredEntry first) {
                tries.incrementAndGet();
                return false;
            }

            @Override
            public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                return false;
            }
        };
        assertThatThrownBy(() -> entries(never).updatePerson(KEY, (state, now) -> state.mismatch(false, POLICY, now)))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(Socket.STORE));
        assertThat(tries).hasValue(64);
    }

    @Test
    void a_forged_version_at_the_end_of_time_is_refused() {
        store.add(KEY, StoredEntry.of(Long.MAX_VALUE, clock.instant(), EntryCodec.encode(PersonState.NEW)));
        assertThatThrownBy(() -> entries.updatePerson(KEY, (state, now) -> state.mismatch(false, POLICY, now)))
                .isInstanceOfSatisfying(
                        ClaveUnavailableException.class,
                        e -> assertThat(e.socket()).isEqualTo(Socket.CLOCK));
    }
}

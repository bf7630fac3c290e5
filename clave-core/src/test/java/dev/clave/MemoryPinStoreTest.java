package dev.clave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import dev.clave.testkit.FakeClock;
import dev.clave.testkit.PinStoreContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MemoryPinStoreTest {
    private static final long CAPACITY = 1_000;

    private final FakeClock clock = new FakeClock();
    private final MemoryPinStore store = MemoryPinStore.withCapacity(CAPACITY, clock);

    private StoredEntry entry(long version, Duration keep) {
        return StoredEntry.of(version, clock.instant().plus(keep), new byte[] {1});
    }

    @Nested
    class Contract extends PinStoreContract {
        private final FakeClock contractClock = new FakeClock();
        private final MemoryPinStore fresh = MemoryPinStore.withCapacity(1_000_000, contractClock);

        @Override
        protected PinStore store() {
            return fresh;
        }

        @Override
        protected Instant now() {
            return contractClock.instant();
        }

        @Override
        protected Optional<Runnable> cleanUpAt(Instant time) {
            return Optional.of(() -> contractClock.set(time.minusMillis(1)));
        }

        @Override
        protected Optional<PinStore> secondNode() {
            return Optional.of(fresh);
        }

        @Override
        protected Optional<PinStore> fullStore() {
            MemoryPinStore full = MemoryPinStore.withCapacity(1, contractClock);
            full.add(new EntryKey(0, 0), StoredEntry.of(1, now().plus(Duration.ofHours(1)), new byte[] {1}));
            return Optional.of(full);
        }
    }

    @Test
    void an_entry_is_there_until_its_time_to_the_millisecond() {
        EntryKey key = new EntryKey(1, 1);
        store.add(key, entry(1, Duration.ofMinutes(40)));
        clock.advance(Duration.ofMinutes(40).minusMillis(1));
        assertThat(store.read(key)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(store.read(key)).isEmpty();
        assertThat(store.add(key, entry(2, Duration.ofMinutes(40)))).isTrue();
    }

    @Test
    void an_entry_of_all_time_stays_and_one_of_long_ago_goes_though_the_clock_is_moved() {
        EntryKey ever = new EntryKey(1, 1);
        EntryKey past = new EntryKey(1, 2);
        clock.advance(Duration.ofHours(1));
        store.add(past, StoredEntry.of(1, Instant.parse("1600-01-01T00:00:00Z"), new byte[] {1}));
        assertThat(store.read(past)).isEmpty();
        clock.set(FakeClock.START.minus(Duration.ofHours(1)));
        store.add(ever, StoredEntry.of(1, Instant.MAX, new byte[] {1}));
        assertThat(store.read(ever)).isPresent();
    }

    @Test
    void without_a_clock_it_goes_by_that_of_the_machine() {
        EntryKey here = new EntryKey(1, 1);
        EntryKey gone = new EntryKey(1, 2);
        for (MemoryPinStore store : List.of(MemoryPinStore.create(), MemoryPinStore.withCapacity(2))) {
            store.add(here, StoredEntry.of(1, Instant.now().plus(Duration.ofHours(1)), new byte[] {1}));
            store.add(gone, StoredEntry.of(1, Instant.now(), new byte[] {1}));
            assertThat(store.read(here)).isPresent();
            assertThat(store.read(gone)).isEmpty();
        }
    }

    @Test
    void a_replaced_entry_has_its_own_time() {
        EntryKey key = new EntryKey(1, 1);
        StoredEntry first = entry(1, Duration.ofMinutes(1));
        store.add(key, first);
        assertThat(store.replace(key, first, entry(2, Duration.ofDays(400)))).isTrue();
        clock.advance(Duration.ofDays(400).minusMillis(1));
        assertThat(store.read(key)).isPresent();
    }

    @Test
    void an_entry_is_there_until_its_time_though_the_clock_moves_while_it_is_written() {
        AtomicLong time = new AtomicLong(FakeClock.START.toEpochMilli());
        MemoryPinStore running = MemoryPinStore.withCapacity(10, () -> Instant.ofEpochMilli(time.getAndAdd(1000)));
        EntryKey key = new EntryKey(1, 1);
        Instant until = FakeClock.START.plus(Duration.ofHours(1));
        StoredEntry first = StoredEntry.of(1, until, new byte[] {1});
        running.add(key, first);
        assertThat(running.replace(key, first, StoredEntry.of(2, until, new byte[] {1})))
                .isTrue();
        time.set(until.toEpochMilli() - 1);
        assertThat(running.read(key)).isPresent();
    }

    /** An entry that another implementation takes for equal to one of another version. */
    private record Row(long version, Instant keepUntil, String text) implements StoredEntry {
        @Override
        public byte[] content() {
            return text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row && row.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    @Test
    void the_version_decides_and_not_what_an_entry_takes_for_equal() {
        EntryKey key = new EntryKey(1, 2);
        Instant later = clock.instant().plusSeconds(60);
        StoredEntry one = new Row(1, later, "a");
        StoredEntry two = new Row(2, later, "b");
        StoredEntry three = new Row(3, later, "a");
        assertThat(store.add(key, one)).isTrue();
        assertThat(store.replace(key, one, two)).isTrue();
        assertThat(store.replace(key, two, three)).isTrue();
        assertThat(store.replace(key, one, new Row(4, later, "c"))).isFalse();
    }

    /** An entry that is overtaken, if it can be, just when its version has been read. */
    private final class Overtaken implements StoredEntry {
        private final EntryKey key;
        private @Nullable Thread overtaking;
        private boolean overtook;

        Overtaken(EntryKey key) {
            this.key = key;
        }

        @Override
        public long version() {
            if (overtaking == null && store.size() > 0) {
                Thread other = new Thread(() -> overtook = store.replace(key, this, new Row(2, keepUntil(), "a")));
                overtaking = other;
                other.start();
                await(other, 200);
            }
            return 1;
        }

        @Override
        public Instant keepUntil() {
            return clock.instant().plusSeconds(60);
        }

        @Override
        public byte[] content() {
            return new byte[] {'a'};
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof StoredEntry;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        boolean overtook() {
            await(Objects.requireNonNull(overtaking), 10_000);
            return overtook;
        }

        private static void await(Thread other, long millis) {
            try {
                other.join(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void nobody_comes_between_a_version_that_was_looked_at_and_the_write() {
        EntryKey key = new EntryKey(1, 3);
        Overtaken one = new Overtaken(key);
        assertThat(store.add(key, one)).isTrue();
        boolean written =
                store.replace(key, StoredEntry.of(1, one.keepUntil(), one.content()), new Row(3, one.keepUntil(), "a"));
        assertThat(List.of(written, one.overtook())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    @DisplayName("full of live entries it refuses new ones, keeps the old ones, and says so in the log")
    void evicts_nothing() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(MemoryPinStore.class);
        logger.addAppender(log);
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(store.add(new EntryKey(0, i), entry(1, Duration.ofHours(1))))
                    .isTrue();
        }
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> store.add(new EntryKey(1, 0), entry(1, Duration.ofHours(1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("full");
        }
        logger.detachAppender(log);
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(store.read(new EntryKey(0, i))).isPresent();
        }
        assertThat(log.list).hasSize(1).allMatch(event -> event.getLevel() == Level.ERROR);
        clock.advance(Duration.ofHours(1));
        assertThat(store.add(new EntryKey(1, 0), entry(1, Duration.ofHours(1)))).isTrue();
        assertThat(store.size()).isLessThanOrEqualTo(CAPACITY);
    }

    @Test
    void has_a_positive_capacity() {
        assertThatThrownBy(() -> MemoryPinStore.withCapacity(0, clock)).isInstanceOf(IllegalArgumentException.class);
    }
}

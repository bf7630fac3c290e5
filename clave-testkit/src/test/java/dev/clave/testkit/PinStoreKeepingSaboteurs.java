package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stores that are each broken in one way, by the rule that catches it: rules 23 to 36. */
final class PinStoreKeepingSaboteurs {
    private PinStoreKeepingSaboteurs() {}

    static Map<String, Supplier<SoundStore>> byRule() {
        Map<String, Supplier<SoundStore>> all = new LinkedHashMap<>();
        all.put("Rule 23", ExpiryInSeconds::new);
        all.put("Rule 24", OldestIsEvicted::new);
        all.put("Rule 25", PastIsRefused::new);
        all.put("Rule 26", ReadFiltersByTime::new);
        all.put("Rule 27", CleanUpInSeconds::new);
        all.put("Rule 28", ReplaceLosesTheExpiry::new);
        all.put("Rule 29", CleanUpLooksThenDeletes::new);
        all.put("Rule 30", Tombstones::new);
        all.put("Rule 31", NodesCache::new);
        all.put("Rule 32", NodesLockAlone::new);
        all.put("Rule 33", OutageIsEmpty::new);
        all.put("Rule 34", LostAnswerIsRetried::new);
        all.put("Rule 35", FullIsFalse::new);
        all.put("Rule 36", HostRollsBack::new);
        all.put("Rule 37", LostOnceIsRetried::new);
        return all;
    }

    static Map<String, Supplier<SoundStore>> more() {
        Map<String, Supplier<SoundStore>> all = new LinkedHashMap<>();
        all.put("Rule 23, expiry of add", () -> new ExpiryOfAdd(true));
        all.put("Rule 26, add overwrites", AddOverwritesWhatIsOver::new);
        all.put("Rule 29, expiry of add", () -> new ExpiryOfAdd(false));
        return all;
    }

    /** The engine's own expiry knows whole seconds, rounded down. */
    private static final class ExpiryInSeconds extends SoundStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            forget(key);
            return super.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            forget(key);
            return super.add(key, first);
        }

        private void forget(EntryKey key) {
            rows.computeIfPresent(
                    key,
                    (same, row) ->
                            Instant.now().isBefore(row.keepUntil().truncatedTo(ChronoUnit.SECONDS)) ? row : null);
        }
    }

    /** There is room for some thousands. */
    private static final class OldestIsEvicted extends SoundStore {
        private final Queue<EntryKey> order = new ConcurrentLinkedQueue<>();
        private final AtomicInteger size = new AtomicInteger();

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            boolean added = super.add(key, first);
            if (added) {
                order.add(key);
                if (size.incrementAndGet() > 5_000) {
                    rows.remove(order.remove());
                }
            }
            return added;
        }
    }

    /** What is over need not be written. */
    private static final class PastIsRefused extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            if (next.keepUntil().isBefore(Instant.now())) {
                throw new IllegalArgumentException("over");
            }
            return super.replace(key, seen, next);
        }
    }

    /** {@code select … where keep_until > now}. */
    private static final class ReadFiltersByTime extends SoundStore {
        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return super.read(key).filter(row -> row.keepUntil().isAfter(Instant.now()));
        }
    }

    /** The clean-up knows whole seconds, rounded up. */
    private static final class CleanUpInSeconds extends SoundStore {
        @Override
        void cleanUp(Instant time) {
            super.cleanUp(time.plusMillis(999).truncatedTo(ChronoUnit.SECONDS));
        }
    }

    /** What was replaced has no expiry any more. */
    private static final class ReplaceLosesTheExpiry extends SoundStore {
        private final Set<EntryKey> eternal = ConcurrentHashMap.newKeySet();

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            boolean replaced = super.replace(key, seen, next);
            if (replaced) {
                eternal.add(key);
            }
            return replaced;
        }

        @Override
        void cleanUp(Instant time) {
            rows.entrySet()
                    .removeIf(row -> !eternal.contains(row.getKey())
                            && row.getValue().keepUntil().isBefore(time));
        }
    }

    /** {@code select} the keys, then {@code delete} them: in a race, once one of them was replaced in between. */
    private static final class CleanUpLooksThenDeletes extends SoundStore {
        private final CountDownLatch looked = new CountDownLatch(1);
        private final CountDownLatch written = new CountDownLatch(1);

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            boolean overSoon = Duration.between(Instant.now(), seen.keepUntil()).toHours() < 2;
            if (overSoon) {
                Patience.awaitIfRacing(looked);
            }
            boolean replaced = super.replace(key, seen, next);
            if (overSoon && Patience.racing()) {
                written.countDown();
            }
            return replaced;
        }

        @Override
        void cleanUp(Instant time) {
            List<EntryKey> over = rows.entrySet().stream()
                    .filter(row -> row.getValue().keepUntil().isBefore(time))
                    .map(Map.Entry::getKey)
                    .toList();
            if (Patience.racing()) {
                looked.countDown();
                Patience.awaitIfRacing(written);
            }
            over.forEach(rows::remove);
        }
    }

    /** The engine's own expiry is set by add alone, and is looked at by the engine's clock or by the clean-up. */
    private static final class ExpiryOfAdd extends SoundStore {
        private final Map<EntryKey, Instant> expiry = new ConcurrentHashMap<>();
        private final boolean byClock;

        ExpiryOfAdd(boolean byClock) {
            this.byClock = byClock;
        }

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            if (byClock && expiry.getOrDefault(key, Instant.MAX).isBefore(Instant.now())) {
                rows.remove(key);
                expiry.remove(key);
            }
            return super.read(key);
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            read(key);
            boolean added = super.add(key, first);
            if (added) {
                expiry.put(key, first.keepUntil());
            }
            return added;
        }

        @Override
        void cleanUp(Instant time) {
            if (byClock) {
                super.cleanUp(time);
            } else {
                rows.keySet()
                        .removeIf(key -> expiry.getOrDefault(key, Instant.MAX).isBefore(time));
            }
        }
    }

    /** What is over is as good as gone, but only for add. */
    private static final class AddOverwritesWhatIsOver extends SoundStore {
        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            rows.computeIfPresent(key, (same, row) -> row.keepUntil().isBefore(Instant.now()) ? null : row);
            return super.add(key, first);
        }
    }

    /** What was forgotten is in the way. */
    private static final class Tombstones extends SoundStore {
        private final Set<EntryKey> graves = ConcurrentHashMap.newKeySet();

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return !graves.contains(key) && super.add(key, first);
        }

        @Override
        void cleanUp(Instant time) {
            rows.forEach((key, row) -> {
                if (row.keepUntil().isBefore(time)) {
                    graves.add(key);
                }
            });
            super.cleanUp(time);
        }
    }

    /** The second node remembers what it has read and written itself. */
    private static final class NodesCache extends SoundStore {
        @Override
        PinStore secondNode() {
            return new SoundStore(rows) {
                private final Map<EntryKey, StoredEntry> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<StoredEntry> read(EntryKey key) {
                    super.read(key).ifPresent(row -> cache.putIfAbsent(key, row));
                    return Optional.ofNullable(cache.get(key));
                }

                @Override
                public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                    cache.put(key, next);
                    return super.replace(key, seen, next);
                }
            };
        }
    }

    /** Each node looks and then writes, under a lock of its own. */
    private static final class NodesLockAlone extends SoundStore {
        private final Meeting meeting;

        NodesLockAlone() {
            meeting = new Meeting();
        }

        private NodesLockAlone(NodesLockAlone other) {
            super(other.rows);
            meeting = other.meeting;
        }

        @Override
        public synchronized boolean add(EntryKey key, StoredEntry first) {
            if (rows.containsKey(key)) {
                return false;
            }
            meeting.meet(key);
            rows.put(key, copy(first));
            return true;
        }

        @Override
        PinStore secondNode() {
            return new NodesLockAlone(this);
        }
    }

    /** Who cannot be reached has nothing. */
    private static final class OutageIsEmpty extends SoundStore {
        @Override
        PinStore unreachable() {
            SteppingStore broken = new SteppingStore();
            broken.failAlways();
            return new SoundStore() {
                @Override
                public Optional<StoredEntry> read(EntryKey key) {
                    return Optional.empty();
                }

                @Override
                public boolean add(EntryKey key, StoredEntry first) {
                    return broken.add(key, first);
                }

                @Override
                public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                    return broken.replace(key, seen, next);
                }
            };
        }
    }

    /** After a broken connection it is tried again, and then another entry is there: its own. */
    private static final class LostAnswerIsRetried extends SoundStore {
        @Override
        PinStore losingAnswers() {
            PinStore losing = super.losingAnswers();
            return new SoundStore(rows) {
                @Override
                public boolean add(EntryKey key, StoredEntry first) {
                    return losing.add(key, first);
                }

                @Override
                public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                    super.replace(key, seen, next);
                    return super.replace(key, seen, next);
                }
            };
        }
    }

    /** What a client with retries does: the connection is sound again, and tells what the first try has left. */
    private static final class LostOnceIsRetried extends SoundStore {
        @Override
        PinStore losingOneAnswer() {
            return new SoundStore(rows) {
                @Override
                public boolean add(EntryKey key, StoredEntry first) {
                    super.add(key, first);
                    return super.add(key, first);
                }

                @Override
                public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
                    super.replace(key, seen, next);
                    return super.replace(key, seen, next);
                }
            };
        }
    }

    /** No room is a no. */
    private static final class FullIsFalse extends SoundStore {
        @Override
        PinStore full() {
            return new SoundStore() {
                @Override
                public boolean add(EntryKey key, StoredEntry first) {
                    return false;
                }
            };
        }
    }

    /** Writes in the transaction that it finds on the thread. */
    private static final class HostRollsBack extends SoundStore {
        @Override
        void inHostTransaction(Runnable work) {
            Map<EntryKey, StoredEntry> before = new HashMap<>(rows);
            work.run();
            rows.clear();
            rows.putAll(before);
        }
    }
}

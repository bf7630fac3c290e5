package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores that are each broken in one way, by the rule that catches it: rules 01 to 22. */
final class PinStoreSaboteurs {
    private static final StoredEntry ANY = StoredEntry.of(0, FakeClock.START, new byte[0]);

    private PinStoreSaboteurs() {}

    static Map<String, Supplier<SoundStore>> byRule() {
        Map<String, Supplier<SoundStore>> all = new LinkedHashMap<>();
        all.put("Rule 01", ReadReserves::new);
        all.put("Rule 02", () -> new Changing(e -> e.getClass() == ANY.getClass() ? e : with(e, new byte[0])));
        all.put("Rule 03", () -> new Changing(PinStoreSaboteurs::noVersion));
        all.put("Rule 04", () -> new Changing(PinStoreSaboteurs::timeInSeconds));
        all.put("Rule 05", () -> new Changing(e -> e.content().length == 0 ? with(e, new byte[1]) : e));
        all.put("Rule 06", () -> new KeyChanging(key -> new EntryKey(key.high(), key.low() & ~1)));
        all.put("Rule 07", () -> new KeyChanging(PinStoreSaboteurs::inLowerCase));
        all.put("Rule 08", AddForgivesTheSameEntry::new);
        all.put("Rule 09", ReplaceNeverShortens::new);
        all.put("Rule 10", ReplaceComparesAnInt::new);
        all.put("Rule 11", ReplaceComparesContents::new);
        all.put("Rule 12", ReplaceUpserts::new);
        all.put("Rule 13", ReadSharesItsArray::new);
        all.put("Rule 14", AddTakesNull::new);
        all.put("Rule 15", AbsenceIsCached::new);
        all.put("Rule 16", AddLooksThenWrites::new);
        all.put("Rule 17", ReplaceForgivesTheSameVersion::new);
        all.put("Rule 18", HotKeyLosesWrites::new);
        all.put("Rule 19", OneWriterAtATime::new);
        all.put("Rule 20", SharedBuffer::new);
        all.put("Rule 21", LaggingReplica::new);
        all.put("Rule 22", InterruptIsFalse::new);
        all.putAll(PinStoreKeepingSaboteurs.byRule());
        return all;
    }

    /** More stores for some of the rules, by the rule and what is broken. */
    static Map<String, Supplier<SoundStore>> more() {
        Map<String, Supplier<SoundStore>> all = new LinkedHashMap<>();
        all.put("Rule 10, doubles", () -> new Comparing((one, other) -> (double) one == (double) other));
        all.put("Rule 10, 52 bits", () -> new Comparing((one, other) -> one << 12 == other << 12));
        all.put("Rule 17, own bytes", ReplaceForgivesTheSameEntry::new);
        all.put("Rule 21, last result", LastResultAgain::new);
        all.putAll(PinStoreKeepingSaboteurs.more());
        return all;
    }

    static StoredEntry with(StoredEntry e, byte[] content) {
        return StoredEntry.of(e.version(), e.keepUntil(), content);
    }

    /** -1 stands for none. */
    private static StoredEntry noVersion(StoredEntry e) {
        return StoredEntry.of(e.version() == -1 ? 0 : e.version(), e.keepUntil(), e.content());
    }

    private static StoredEntry timeInSeconds(StoredEntry e) {
        return StoredEntry.of(e.version(), PinStoreHooks.seconds(e.keepUntil().plusMillis(500)), e.content());
    }

    private static EntryKey inLowerCase(EntryKey key) {
        byte[] bytes = key.bytes();
        for (int i = 0; i < bytes.length; i++) {
            boolean upper = bytes[i] >= 'A' && bytes[i] <= 'Z';
            bytes[i] = (byte) (upper ? bytes[i] + 32 : bytes[i]);
        }
        return EntryKey.of(bytes);
    }

    /** Changes what it is given before it keeps it. */
    private static final class Changing extends SoundStore {
        private final UnaryOperator<StoredEntry> change;

        Changing(UnaryOperator<StoredEntry> change) {
            this.change = change;
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return super.add(key, change.apply(first));
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return super.replace(key, seen, change.apply(next));
        }
    }

    /** Changes keys before it looks at them. */
    private static final class KeyChanging extends SoundStore {
        private final UnaryOperator<EntryKey> change;

        KeyChanging(UnaryOperator<EntryKey> change) {
            this.change = change;
        }

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return super.read(change.apply(key));
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return super.add(change.apply(key), first);
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return super.replace(change.apply(key), seen, next);
        }

        @Override
        PinStore secondNode() {
            return this;
        }
    }

    /** To read what is not there reserves it for somebody else. */
    private static final class ReadReserves extends SoundStore {
        private final ThreadLocal<Set<EntryKey>> reserved = ThreadLocal.withInitial(HashSet::new);

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            Optional<StoredEntry> entry = super.read(key);
            if (entry.isEmpty()) {
                reserved.get().add(key);
            }
            return entry;
        }

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            return !reserved.get().contains(key) && super.add(key, first);
        }
    }

    /** An add that was done already counts as done. */
    private static final class AddForgivesTheSameEntry extends SoundStore {
        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            StoredEntry copy = copy(first);
            StoredEntry present = rows.putIfAbsent(key, copy);
            return present == null
                    || (present.version() == copy.version() && Arrays.equals(present.content(), copy.content()));
        }
    }

    /** An entry's time only grows. */
    private static final class ReplaceNeverShortens extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            boolean later = next.keepUntil().isAfter(seen.keepUntil());
            return super.replace(
                    key,
                    seen,
                    StoredEntry.of(next.version(), later ? next.keepUntil() : seen.keepUntil(), next.content()));
        }
    }

    /** The column of the version has 32 bits in the comparison alone. */
    private static final class ReplaceComparesAnInt extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            Objects.requireNonNull(seen);
            Objects.requireNonNull(next);
            synchronized (rows) {
                StoredEntry present = rows.get(key);
                return present != null
                        && (int) present.version() == (int) seen.version()
                        && super.replace(key, present, next);
            }
        }
    }

    private interface Comparison {
        boolean same(long one, long other);
    }

    /** Compares versions in a way of its own. */
    private static final class Comparing extends SoundStore {
        private final Comparison comparison;

        Comparing(Comparison comparison) {
            this.comparison = comparison;
        }

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            long version = seen.version();
            Objects.requireNonNull(next);
            synchronized (rows) {
                StoredEntry present = rows.get(key);
                return present != null
                        && comparison.same(present.version(), version)
                        && super.replace(key, present, next);
            }
        }
    }

    /** What looks like one's own was written by oneself. */
    private static final class ReplaceForgivesTheSameEntry extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return super.replace(key, seen, next)
                    || read(key).filter(row -> PinStoreHooks.same(row, next)).isPresent();
        }
    }

    /** {@code update … where content = ?}. */
    private static final class ReplaceComparesContents extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            Objects.requireNonNull(next);
            byte[] content = seen.content();
            synchronized (rows) {
                StoredEntry present = rows.get(key);
                return present != null
                        && Arrays.equals(present.content(), content)
                        && super.replace(key, present, next);
            }
        }
    }

    /** What cannot be updated is inserted. */
    private static final class ReplaceUpserts extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            Objects.requireNonNull(seen);
            return super.replace(key, seen, next) || super.add(key, next);
        }
    }

    /** What is read is what is kept. */
    private static final class ReadSharesItsArray extends SoundStore {
        private final Map<StoredEntry, StoredEntry> shared = new ConcurrentHashMap<>();

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            return super.read(key).map(row -> shared.computeIfAbsent(row, Shared::new));
        }
    }

    /** Gives its own array away. */
    private static final class Shared implements StoredEntry {
        private final StoredEntry row;
        private final byte[] content;

        Shared(StoredEntry row) {
            this.row = row;
            content = row.content();
        }

        @Override
        public long version() {
            return row.version();
        }

        @Override
        public Instant keepUntil() {
            return row.keepUntil();
        }

        @Override
        public byte[] content() {
            return content;
        }
    }

    /** Nothing to add is nothing added. */
    private static final class AddTakesNull extends SoundStore {
        @Override
        public boolean add(EntryKey key, @Nullable StoredEntry first) {
            return first != null && super.add(key, first);
        }
    }

    /** Each thread remembers what is not there. */
    private static final class AbsenceIsCached extends SoundStore {
        private final ThreadLocal<Set<EntryKey>> absent = ThreadLocal.withInitial(HashSet::new);

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            Optional<StoredEntry> entry = absent.get().contains(key) ? Optional.empty() : super.read(key);
            if (entry.isEmpty()) {
                absent.get().add(key);
            }
            return entry;
        }
    }

    /** {@code if (!contains) put}. */
    private static final class AddLooksThenWrites extends SoundStore {
        private final Meeting meeting = new Meeting();

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            if (rows.containsKey(key)) {
                return false;
            }
            if (!meeting.meet(key)) {
                return super.add(key, first);
            }
            rows.put(key, copy(first));
            return true;
        }
    }

    /** A replace that seems to be done already counts as done. */
    private static final class ReplaceForgivesTheSameVersion extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return super.replace(key, seen, next)
                    || read(key).filter(row -> row.version() == next.version()).isPresent();
        }
    }

    /** From the 40th replace of a key on the content is written later, that is, never. */
    private static final class HotKeyLosesWrites extends SoundStore {
        private final Map<EntryKey, AtomicInteger> replaced = new ConcurrentHashMap<>();

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            boolean hot =
                    replaced.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet() >= 40;
            return super.replace(key, seen, hot ? with(next, seen.content()) : next);
        }
    }

    /** Whoever writes while another key is written is told that somebody was faster. */
    private static final class OneWriterAtATime extends SoundStore {
        private final Set<EntryKey> writing = ConcurrentHashMap.newKeySet();
        private final Patience patience = new Patience();

        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            writing.add(key);
            boolean busy = patience.await(() -> writing.size() > 1);
            try {
                return !busy && super.replace(key, seen, next);
            } finally {
                writing.remove(key);
            }
        }
    }

    /** Large contents pass through a buffer that all threads share. */
    private static final class SharedBuffer extends SoundStore {
        private final Meeting meeting = new Meeting();
        private volatile byte[] buffer = new byte[0];

        @Override
        public boolean add(EntryKey key, StoredEntry first) {
            byte[] content = first.content();
            if (content.length < 64) {
                return super.add(key, first);
            }
            buffer = content;
            meeting.meet("buffer");
            return super.add(key, with(first, buffer));
        }
    }

    /** Sooner or later whoever has seen a new entry reads the oldest one again. */
    private static final class LaggingReplica extends SoundStore {
        private final Map<EntryKey, StoredEntry> replica = new ConcurrentHashMap<>();
        private final ThreadLocal<Map<EntryKey, Integer>> readsOfNew = ThreadLocal.withInitial(LinkedHashMap::new);

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            Optional<StoredEntry> entry = super.read(key);
            StoredEntry old = entry.isEmpty() ? null : replica.putIfAbsent(key, entry.get());
            if (old == null || old.version() == entry.get().version()) {
                return entry;
            }
            return readsOfNew.get().merge(key, 1, Integer::sum) % 10 == 0 ? Optional.of(old) : entry;
        }
    }

    /** Now and then a thread is given what it was given last, though it has been replaced. */
    private static final class LastResultAgain extends SoundStore {
        private final ThreadLocal<Map<EntryKey, StoredEntry>> last = ThreadLocal.withInitial(LinkedHashMap::new);
        private final ThreadLocal<Map<EntryKey, Integer>> changes = ThreadLocal.withInitial(LinkedHashMap::new);

        @Override
        public Optional<StoredEntry> read(EntryKey key) {
            Optional<StoredEntry> entry = super.read(key);
            StoredEntry before = entry.isEmpty() ? null : last.get().put(key, entry.get());
            if (before == null || before.version() == entry.get().version()) {
                return entry;
            }
            return changes.get().merge(key, 1, Integer::sum) % 10 == 0 ? Optional.of(before) : entry;
        }
    }

    /** An interrupt is no answer, hence no. */
    private static final class InterruptIsFalse extends SoundStore {
        @Override
        public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
            return !Thread.currentThread().isInterrupted() && super.replace(key, seen, next);
        }
    }
}

package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 23 to 30: how long an entry is kept. */
abstract class PinStoreKeepingRules extends PinStoreRaceRules {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final int TRIES = 3;
    private static final int AT_ONCE = 32;

    @Test
    @DisplayName("Rule 23: an entry is there until its time")
    final void rule23() {
        PinStore store = store();
        EntryKey key = freshKey();
        Instant time = shortly();
        StoredEntry kept = StoredEntry.of(1, time, new byte[] {1});
        EntryKey longer = freshKey();
        boolean prolonged = prolonged(store, longer, time);
        check(store.add(key, kept), "Rule 23: add must be true under a new key");
        long start = System.nanoTime();
        while (System.nanoTime() - start < 2 * SHORT.toNanos() && now().isBefore(time)) {
            Optional<StoredEntry> read = store.read(key);
            check(
                    read.isPresent() || !now().isBefore(time),
                    "Rule 23: an entry must be there until its time, to the millisecond; round the time of an expiry"
                            + " up, never down");
        }
        while (System.nanoTime() - start < 3 * SHORT.toNanos()) {
            check(
                    !prolonged || store.read(longer).isPresent(),
                    "Rule 23: an entry must be there until its new time after a replace; set the engine's expiry anew"
                            + " with each write");
        }
    }

    /** Well after a full second, so that a time in whole seconds is seen to be too short. */
    private Instant shortly() {
        Instant time = millis(now()).plus(SHORT);
        return time.minus(SHORT).isBefore(seconds(time)) ? seconds(time).plus(SHORT) : time;
    }

    /** Whether an entry that has little time was given much before the little was over. */
    private boolean prolonged(PinStore store, EntryKey key, Instant time) {
        check(store.add(key, StoredEntry.of(1, time, new byte[] {1})), "Rule 23: add must be true under a new key");
        Optional<StoredEntry> seen = store.read(key);
        boolean replaced = seen.isPresent() && store.replace(key, seen.get(), entry(2, "longer"));
        check(replaced || !now().isBefore(time), "Rule 23: an entry must be there until its time, to the millisecond");
        return replaced;
    }

    @Test
    @DisplayName("Rule 24: nothing is forgotten because there is much")
    final void rule24() {
        PinStore store = store();
        List<EntryKey> keys = Stream.generate(this::freshKey).limit(entries()).toList();
        for (EntryKey key : keys) {
            check(
                    store.add(key, entry(1, key.low())),
                    "Rule 24: add must be true under a new key; a store that is full throws");
        }
        for (EntryKey key : keys) {
            StoredEntry read = present(
                    store, key, "Rule 24: an entry must be there until its time, however many others are written");
            check(number(read) == key.low(), "Rule 24: an entry must stay as it is, however many others are written");
        }
    }

    @Test
    @DisplayName("Rule 25: an entry whose time is over may be written")
    final void rule25() {
        PinStore store = store();
        EntryKey key = freshKey();
        Instant over = millis(now().minusSeconds(1));
        String otherwise =
                "Rule 25: a store judges no time: an entry whose time is already over must be written like any other";
        check(
                Contracts.thrown(() -> check(store.add(freshKey(), StoredEntry.of(1, over, new byte[] {1})), otherwise))
                        .isEmpty(),
                otherwise);
        store.add(key, entry(1, "first"));
        StoredEntry seen = present(store, key, otherwise);
        check(
                Contracts.thrown(() ->
                                check(store.replace(key, seen, StoredEntry.of(2, over, new byte[] {2})), otherwise))
                        .isEmpty(),
                otherwise);
    }

    @Test
    @DisplayName("Rule 26: an entry whose time is over is there for every method, or for none")
    final void rule26() {
        PinStore store = store();
        EntryKey key = freshKey();
        StoredEntry over = StoredEntry.of(1, seconds(now().minus(Duration.ofDays(2))), new byte[] {1});
        store.add(key, over);
        Optional<StoredEntry> read = store.read(key);
        if (read.isEmpty()) {
            check(
                    store.add(key, entry(2, "again")),
                    "Rule 26: read must not filter by time: it was empty, but add says that there is an entry");
            return;
        }
        check(same(read.get(), over), "Rule 26: read must give an entry whose time is over as it was written");
        check(
                IntStream.range(0, TRIES).anyMatch(none -> overIsLeft(store)),
                "Rule 26: add must not filter by time: it must be false for an entry that is read, and leave it");
        check(
                store.replace(key, read.get(), entry(2, "next"))
                        || store.read(key).isEmpty(),
                "Rule 26: replace must not filter by time: an entry that is read can be replaced");
    }

    /** Whether add left an entry that was read; an engine that forgets by itself may do so in between. */
    private boolean overIsLeft(PinStore store) {
        EntryKey key = freshKey();
        StoredEntry over = StoredEntry.of(1, seconds(now().minus(Duration.ofDays(2))), new byte[] {1});
        store.add(key, over);
        if (store.read(key).isEmpty()) {
            return true;
        }
        return !store.add(key, entry(2, "again"))
                && store.read(key).filter(row -> !same(row, over)).isEmpty();
    }

    @Test
    @DisplayName("Rule 27: a clean-up forgets nothing before its time")
    final void rule27() {
        PinStore store = store();
        Instant time = seconds(now().plus(Duration.ofHours(1))).plusMillis(500);
        List<Long> after = List.of(0L, 1L, 499L, 3_600_000L);
        List<EntryKey> keys = after.stream().map(millis -> freshKey()).toList();
        Runnable cleanUp = Contracts.given(cleanUpAt(time), "Rule 27", "cleanUpAt");
        for (int i = 0; i < keys.size(); i++) {
            store.add(keys.get(i), StoredEntry.of(1, time.plusMillis(after.get(i)), new byte[] {1}));
        }
        cleanUp.run();
        for (EntryKey key : keys) {
            check(
                    store.read(key).isPresent(),
                    "Rule 27: a clean-up must forget only entries whose time is before it, to the millisecond");
        }
    }

    @Test
    @DisplayName("Rule 28: a clean-up forgets what is over")
    final void rule28() {
        PinStore store = store();
        EntryKey key = freshKey();
        Runnable cleanUp = Contracts.given(cleanUpAt(now().plus(Duration.ofDays(2))), "Rule 28", "cleanUpAt");
        store.add(key, entry(1, "over by then"));
        StoredEntry seen = present(store, key, "Rule 28: an entry must be there until its time");
        check(
                store.replace(key, seen, entry(2, "over by then, too")),
                "Rule 28: replace must be true for the entry that is there");
        cleanUp.run();
        check(
                store.read(key).isEmpty(),
                "Rule 28: a clean-up must forget entries whose time is over, replaced ones included, or the store"
                        + " grows for ever");
    }

    @Test
    @DisplayName("Rule 29: a clean-up does not forget what was replaced meanwhile")
    final void rule29() {
        PinStore store = store();
        replacedBefore(store);
        Instant time = seconds(now().plus(Duration.ofHours(1)));
        Runnable cleanUp = Contracts.given(cleanUpAt(time), "Rule 29", "cleanUpAt");
        StoredEntry next = StoredEntry.of(2, time.plus(Duration.ofDays(1)), new byte[] {2});
        try (Race race = new Race("Rule 29", 2)) {
            for (int round = 0; round < rounds(); round++) {
                List<EntryKey> keys =
                        Stream.generate(this::freshKey).limit(AT_ONCE).toList();
                StoredEntry first = StoredEntry.of(1, time.minusMillis(1), new byte[] {1});
                keys.forEach(key -> store.add(key, first));
                if (round > 0 && store.read(keys.get(0)).isEmpty()) {
                    return; // the engine forgets by itself, and its clock is there already
                }
                race.round(thread -> thread == 0 ? ran(cleanUp) : replaceEach(store, keys, first, next))
                        .get(1)
                        .forEach(key -> holds(
                                store,
                                key,
                                next,
                                "Rule 29: a clean-up must forget in one statement that repeats the condition (delete …"
                                        + " where keep_until < ?), for an entry may get more time while it runs"));
            }
        }
    }

    private void replacedBefore(PinStore store) {
        Instant time = seconds(now().plus(Duration.ofMinutes(2)));
        Runnable cleanUp = Contracts.given(cleanUpAt(time), "Rule 29", "cleanUpAt");
        EntryKey key = freshKey();
        store.add(key, StoredEntry.of(1, time.minusSeconds(60), new byte[] {1}));
        StoredEntry seen = present(store, key, "Rule 29: an entry must be there until its time");
        StoredEntry next = entry(2, "longer");
        check(store.replace(key, seen, next), "Rule 29: replace must be true for the entry that is there");
        cleanUp.run();
        holds(
                store,
                key,
                next,
                "Rule 29: a clean-up must go by the time that the last replace has written, not by that of add");
    }

    /** The keys of the entries that it was told it has replaced. */
    private static List<EntryKey> replaceEach(PinStore store, List<EntryKey> keys, StoredEntry seen, StoredEntry next) {
        return keys.stream().filter(key -> store.replace(key, seen, next)).toList();
    }

    private static List<EntryKey> ran(Runnable action) {
        action.run();
        return List.of();
    }

    @Test
    @DisplayName("Rule 30: a key that was forgotten is as a new one, and its old entry is not mistaken for the new one")
    final void rule30() {
        PinStore store = store();
        EntryKey key = freshKey();
        Runnable cleanUp = Contracts.given(cleanUpAt(now().plus(Duration.ofDays(2))), "Rule 30", "cleanUpAt");
        store.add(key, entry(1, "old"));
        StoredEntry old = present(store, key, "Rule 30: an entry must be there until its time");
        cleanUp.run();
        StoredEntry again = StoredEntry.of(3, seconds(now().plus(Duration.ofDays(30))), new byte[] {3});
        check(
                store.add(key, again),
                "Rule 30: add must be true under a key whose entry was forgotten; leave nothing behind");
        check(
                !store.replace(key, old, entry(4, "next")),
                "Rule 30: replace must be false for an entry of before the clean-up");
        holds(store, key, again, "Rule 30: a replace that is false must leave the entry as it is");
    }
}

package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 23 to 30: how long an entry is kept. */
abstract class PinStoreKeepingRules extends PinStoreRaceRules {
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    @DisplayName("Rule 23: an entry is there until its time")
    final void rule23() {
        PinStore store = store();
        EntryKey key = freshKey();
        Instant time = millis(now()).plus(SHORT);
        StoredEntry kept = StoredEntry.of(1, time, new byte[] {1});
        check(store.add(key, kept), "Rule 23: add must be true under a new key");
        long start = System.nanoTime();
        while (System.nanoTime() - start < SHORT.toNanos()) {
            Optional<StoredEntry> read = store.read(key);
            check(
                    read.isPresent() || !now().isBefore(time),
                    "Rule 23: an entry must be there until its time, to the millisecond; round the time of an expiry"
                            + " up, never down");
        }
    }

    @Test
    @DisplayName("Rule 24: nothing is forgotten because there is much")
    final void rule24() {
        PinStore store = store();
        List<EntryKey> keys =
                Stream.generate(this::freshKey).limit(4L * rounds()).toList();
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
                store.replace(key, read.get(), entry(2, "next"))
                        || store.read(key).isEmpty(),
                "Rule 26: replace must not filter by time: an entry that is read can be replaced");
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
        Instant time = seconds(now().plus(Duration.ofHours(1)));
        Runnable cleanUp = Contracts.given(cleanUpAt(time), "Rule 29", "cleanUpAt");
        String otherwise = "Rule 29: a clean-up must forget in one statement that repeats the condition "
                + "(delete … where keep_until < ?), for an entry may get more time while it runs";
        try (Race race = new Race("Rule 29", 2)) {
            for (int round = 0; round < rounds(); round++) {
                EntryKey key = freshKey();
                store.add(key, StoredEntry.of(1, time.minusMillis(1), new byte[] {1}));
                if (round > 0 && store.read(key).isEmpty()) {
                    return; // the engine forgets by itself, and its clock is there already
                }
                StoredEntry seen = present(store, key, "Rule 29: an entry must be there until its time");
                StoredEntry next = StoredEntry.of(2, time.plus(Duration.ofDays(1)), new byte[] {2});
                List<Boolean> answers =
                        race.round(thread -> thread == 0 ? ran(cleanUp) : store.replace(key, seen, next));
                if (answers.get(1)) {
                    holds(store, key, next, otherwise);
                }
            }
        }
    }

    private static boolean ran(Runnable action) {
        action.run();
        return true;
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

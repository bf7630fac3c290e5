package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 15 to 22: what several callers at once can see. */
abstract class PinStoreRaceRules extends PinStoreWriteRules {
    private static final long BREATH_NANOS = 10_000L;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    @Test
    @DisplayName("Rule 15: every thread sees at once what another has written")
    final void rule15() {
        String rule = "Rule 15";
        PinStore store = store();
        EntryKey key = freshKey();
        try (Race other = new Race(rule, 1)) {
            other.round(none -> store.read(key));
            StoredEntry first = entry(1, "first");
            store.add(key, first);
            other.round(none -> {
                holds(
                        store,
                        key,
                        first,
                        "Rule 15: read must give what another thread has added; cache nothing, absence included");
                return true;
            });
            StoredEntry second = entry(2, "second");
            check(
                    store.replace(key, present(store, key, "Rule 15: an entry must be there after add"), second),
                    "Rule 15: replace must be true for the entry that is there");
            other.round(none -> {
                holds(store, key, second, "Rule 15: read must give what another thread has replaced; cache nothing");
                return true;
            });
        }
    }

    @Test
    @DisplayName("Rule 16: of all who add at once exactly one is told true, and its entry is there")
    final void rule16() {
        PinStore store = store();
        try (Race race = new Race("Rule 16", threads())) {
            for (int round = 0; round < rounds(); round++) {
                EntryKey key = freshKey();
                List<Boolean> answers = race.round(thread -> store.add(key, entry(thread + 1, thread)));
                oneWinner(
                        store,
                        key,
                        answers,
                        "Rule 16: of all who add at once exactly one must be told true, and its entry be there; "
                                + "let a unique key of the engine decide");
            }
        }
    }

    @Test
    @DisplayName("Rule 17: of all who replace the same entry at once exactly one is told true, and its entry is there")
    final void rule17() {
        PinStore store = store();
        try (Race race = new Race("Rule 17", threads())) {
            for (int round = 0; round < rounds(); round++) {
                EntryKey key = freshKey();
                store.add(key, entry(1, -1));
                StoredEntry seen = present(store, key, "Rule 17: an entry must be there after add");
                List<Boolean> answers = race.round(thread -> store.replace(key, seen, entry(2, thread)));
                oneWinner(
                        store,
                        key,
                        answers,
                        "Rule 17: of all who replace the same entry at once exactly one must be told true, and its"
                                + " entry be there, even when their versions are the same; let one conditional write"
                                + " decide, by its row count");
                sameEntryOnce(store, race);
            }
        }
    }

    /** Two right PINs of the same millisecond write the same bytes, and only one of them may count. */
    private void sameEntryOnce(PinStore store, Race race) {
        String otherwise = "Rule 17: of all who write the very same entry exactly one must be told true; "
                + "an entry that looks like one's own may be another's";
        EntryKey key = freshKey();
        store.add(key, entry(1, -1));
        StoredEntry seen = present(store, key, "Rule 17: an entry must be there after add");
        StoredEntry next = entry(2, 2);
        List<Boolean> answers = race.round(thread -> store.replace(key, seen, next));
        check(Collections.frequency(answers, true) == 1, otherwise);
        check(!store.replace(key, seen, next), otherwise);
        holds(store, key, next, otherwise);
    }

    static void oneWinner(PinStore store, EntryKey key, List<Boolean> answers, String otherwise) {
        check(Collections.frequency(answers, true) == 1, otherwise);
        check(number(present(store, key, otherwise)) == answers.indexOf(true), otherwise);
    }

    @Test
    @DisplayName("Rule 18: no write that was told true is lost")
    final void rule18() {
        PinStore store = store();
        EntryKey key = freshKey();
        store.add(key, entry(0, 0));
        int each = Math.max(1, rounds() / threads() + 8);
        try (Race race = new Race("Rule 18", threads())) {
            race.round(thread -> {
                for (int i = 0; i < each; i++) {
                    countOne(store, key, thread);
                }
                return true;
            });
        }
        StoredEntry last = present(store, key, "Rule 18: an entry must be there until its time");
        check(
                number(last) == (long) each * threads(),
                "Rule 18: a write that was told true must not be lost, however many follow each other");
    }

    /** As many tries as it takes: whenever this one fails, another thread has succeeded. */
    private void countOne(PinStore store, EntryKey key, int thread) {
        long mostTries = 100L * threads() * (rounds() + 8L * threads());
        for (long i = 0; i < mostTries; i++) {
            StoredEntry seen = present(store, key, "Rule 18: an entry must not be absent while it is being replaced");
            long version = (((seen.version() >> 8) + 1) << 8) + thread;
            if (store.replace(key, seen, entry(version, number(seen) + 1))) {
                return;
            }
        }
        throw new AssertionError("Rule 18: replace must be true for somebody when several try");
    }

    @Test
    @DisplayName("Rule 19: false is told only when another entry, or none, is there")
    final void rule19() {
        String otherwise = "Rule 19: replace and add must not be false because of work on other keys; "
                + "what cannot be done just now is a throw, and a conflict of the engine's is not a duplicate";
        PinStore store = store();
        try (Race race = new Race("Rule 19", threads())) {
            for (int round = 0; round < rounds(); round++) {
                race.round(thread -> {
                    EntryKey own = freshKey();
                    check(store.add(own, entry(1, thread)), otherwise);
                    StoredEntry seen = present(store, own, otherwise);
                    check(store.replace(own, seen, entry(2, thread)), otherwise);
                    return true;
                });
            }
        }
    }

    @Test
    @DisplayName("Rule 20: work on other keys changes no entry")
    final void rule20() {
        PinStore store = store();
        String otherwise =
                "Rule 20: what was written under one key must not be read under another; share no buffer between"
                        + " threads";
        try (Race race = new Race("Rule 20", threads())) {
            for (int round = 0; round < rounds(); round++) {
                List<EntryKey> keys = race.round(thread -> {
                    EntryKey own = freshKey();
                    store.add(own, entry(1, "x".repeat(1 + 99 * thread)));
                    return own;
                });
                for (int thread = 0; thread < keys.size(); thread++) {
                    holds(
                            store,
                            keys.get(thread),
                            entryAs(store, keys.get(thread), "x".repeat(1 + 99 * thread), otherwise),
                            otherwise);
                }
            }
        }
    }

    /** What is expected, with the time that is there: the clock went on meanwhile. */
    private StoredEntry entryAs(PinStore store, EntryKey key, String content, String otherwise) {
        StoredEntry expected = entry(1, content);
        return StoredEntry.of(1, present(store, key, otherwise).keepUntil(), expected.content());
    }

    @Test
    @DisplayName("Rule 21: nobody reads an older entry than one read or written before")
    final void rule21() {
        PinStore store = store();
        EntryKey key = freshKey();
        store.add(key, entry(1, 1));
        AtomicLong written = new AtomicLong(1);
        AtomicInteger followers = new AtomicInteger(threads() - 1);
        try (Race race = new Race("Rule 21", threads())) {
            race.round(thread ->
                    thread == 0 ? advance(store, key, written, followers) : follow(store, key, written, followers));
        }
    }

    private boolean advance(PinStore store, EntryKey key, AtomicLong written, AtomicInteger followers) {
        for (long next = 2; followers.get() > 0; next++) {
            StoredEntry seen = present(store, key, "Rule 21: an entry must not be absent while it is being replaced");
            if (store.replace(key, seen, entry(seen.version() + 1, next))) {
                written.set(seen.version() + 1);
            }
            LockSupport.parkNanos(BREATH_NANOS);
        }
        return true;
    }

    private boolean follow(PinStore store, EntryKey key, AtomicLong written, AtomicInteger followers) {
        try {
            long start = System.nanoTime();
            long newest = Long.MIN_VALUE;
            for (int changes = 0; changes < 50 + rounds() / 5; ) {
                long oldest = Math.max(newest, written.get());
                long version = present(
                                store,
                                key,
                                "Rule 21: an entry must not be absent while it is being replaced; "
                                        + "replace it in one write, not by deleting and adding")
                        .version();
                check(
                        version >= oldest,
                        "Rule 21: read from the primary, never from a replica, a cache or an earlier result: an older"
                                + " entry came back");
                check(
                        System.nanoTime() - start < PATIENCE_NANOS,
                        "Rule 21: whoever reads must come to see what others write");
                if (version > newest) {
                    changes++;
                } else {
                    LockSupport.parkNanos(BREATH_NANOS);
                }
                newest = version;
            }
            return true;
        } finally {
            followers.decrementAndGet();
        }
    }

    @Test
    @DisplayName("Rule 22: an interrupted thread is told the truth, or nothing")
    final void rule22() {
        PinStore store = store();
        EntryKey added = freshKey();
        Optional<Boolean> add = Contracts.interrupted(() -> store.add(added, entry(1, "first")));
        check(
                add.orElse(true),
                "Rule 22: add on an interrupted thread must write, or throw; false would mean that there is an entry");
        EntryKey key = freshKey();
        store.add(key, entry(1, "first"));
        StoredEntry seen = present(store, key, "Rule 22: an entry must be there after add");
        Optional<Boolean> replace = Contracts.interrupted(() -> store.replace(key, seen, entry(2, "second")));
        check(
                replace.orElse(true),
                "Rule 22: replace on an interrupted thread must write, or throw; false would mean that somebody was"
                        + " faster");
        Optional<Boolean> read = Contracts.interrupted(() -> store.read(key).isPresent());
        check(
                read.orElse(true),
                "Rule 22: read on an interrupted thread must read, or throw; empty would mean that there is nothing");
        check(
                !add.equals(Optional.of(true)) || store.read(added).isPresent(),
                "Rule 22: what was told true must be there, on an interrupted thread too");
    }
}

package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules 08 to 14: what a caller alone is told by a write. */
abstract class PinStoreWriteRules extends PinStoreValueRules {

    @Test
    @DisplayName("Rule 08: add is false when there is an entry, and leaves it")
    final void rule08() {
        PinStore store = store();
        EntryKey key = freshKey();
        StoredEntry first = entry(5, "first");
        check(store.add(key, first), "Rule 08: add must be true under a new key");
        for (StoredEntry second :
                List.of(entry(6, "second"), entry(5, "second"), entry(4, "second"), entry(5, "first"))) {
            check(
                    !store.add(key, second),
                    "Rule 08: add must be false when there is an entry already, whatever its version");
            holds(store, key, first, "Rule 08: an add that is false must leave the entry as it is");
        }
    }

    @Test
    @DisplayName("Rule 09: replace writes version, time and content anew")
    final void rule09() {
        PinStore store = store();
        EntryKey key = freshKey();
        store.add(key, StoredEntry.of(1, tomorrow(), new byte[] {1, 2, 3, 4}));
        List<StoredEntry> nexts = List.of(
                StoredEntry.of(2, tomorrow().plusSeconds(86_401), new byte[] {5, 6, 7, 8}),
                StoredEntry.of(3, tomorrow().minusSeconds(3_601), new byte[] {9}),
                StoredEntry.of(1L << 52, tomorrow(), new byte[2_000]));
        for (StoredEntry next : nexts) {
            StoredEntry seen = present(store, key, "Rule 09: an entry must be there after replace");
            check(store.replace(key, seen, next), "Rule 09: replace must be true for the entry that is there");
            holds(
                    store,
                    key,
                    next,
                    "Rule 09: replace must write the version, the time (sooner or later) and the content anew");
        }
    }

    @Test
    @DisplayName("Rule 10: replace is false for an entry that is no longer there, and changes nothing")
    final void rule10() {
        PinStore store = store();
        long real = now().toEpochMilli() << 20;
        for (long like : versionsLike(real)) {
            long newer = Math.max(real, like);
            EntryKey key = freshKey();
            store.add(key, entry(Math.min(real, like), "first"));
            StoredEntry seen = present(store, key, "Rule 10: an entry must be there after add");
            StoredEntry second = entry(newer, "second");
            check(store.replace(key, seen, second), "Rule 10: replace must be true for the entry that is there");
            check(
                    !store.replace(key, seen, entry(newer + 1, "third")),
                    "Rule 10: replace must be false when another entry took the place of the one that was seen;"
                            + " compare the versions whole, as 64-bit integers: doubles take neighbours for equal");
            holds(store, key, second, "Rule 10: a replace that is false must leave the entry as it is");
        }
    }

    /** Versions that a comparison of fewer than 64 bits, or of floating point numbers, takes for that one. */
    private static List<Long> versionsLike(long real) {
        List<Long> versions = new ArrayList<>();
        for (long step : new long[] {1, 2, 255, 1L << 20, 1L << 31, 3L << 40, 1L << 52, 1L << 59}) {
            versions.addAll(List.of(real - step, real + step));
        }
        for (int bit = 0; bit < Long.SIZE; bit++) {
            versions.add(real ^ 1L << bit);
        }
        return versions;
    }

    @Test
    @DisplayName("Rule 11: entries are told apart by their version, not by what is in them")
    final void rule11() {
        PinStore store = store();
        EntryKey key = freshKey();
        Instant time = tomorrow();
        store.add(key, StoredEntry.of(1, time, new byte[] {1}));
        StoredEntry seen = present(store, key, "Rule 11: an entry must be there after add");
        StoredEntry second = StoredEntry.of(2, time, new byte[] {1});
        check(
                store.replace(key, seen, second),
                "Rule 11: replace must write an entry in which only the version is new");
        check(
                !store.replace(key, seen, StoredEntry.of(3, time, new byte[] {3})),
                "Rule 11: compare versions, not contents: an entry with the same content and another version is"
                        + " another one");
        holds(store, key, second, "Rule 11: a replace that is false must leave the entry as it is");
    }

    @Test
    @DisplayName("Rule 12: replace is false when there is no entry, and creates none")
    final void rule12() {
        PinStore store = store();
        EntryKey key = freshKey();
        check(
                !store.replace(key, entry(1, "gone"), entry(2, "next")),
                "Rule 12: replace must be false when there is no entry");
        check(store.read(key).isEmpty(), "Rule 12: replace must never create an entry: it is an update, not an upsert");
    }

    @Test
    @DisplayName("Rule 13: nobody can change an entry through an array that was read")
    final void rule13() {
        PinStore store = store();
        EntryKey key = freshKey();
        StoredEntry first = entry(1, "first");
        store.add(key, first);
        StoredEntry read = present(store, key, "Rule 13: an entry must be there after add");
        Arrays.fill(read.content(), (byte) 'x');
        check(same(read, first), "Rule 13: content() must give a fresh array at each call");
        holds(store, key, first, "Rule 13: what a caller does to an array that it was given must not change the store");
    }

    @Test
    @SuppressWarnings("NullAway") // that null is refused is the rule
    @DisplayName("Rule 14: null is refused with a throw")
    final void rule14() {
        PinStore store = store();
        EntryKey key = freshKey();
        StoredEntry some = entry(1, "some");
        Stream.<Runnable>of(
                        () -> store.read(null),
                        () -> store.add(null, some),
                        () -> store.add(key, null),
                        () -> store.replace(null, some, entry(2, "next")),
                        () -> store.replace(key, null, entry(2, "next")),
                        () -> store.replace(key, some, null))
                .forEach(call -> check(
                        Contracts.thrown(call).isPresent(), "Rule 14: a null argument must be refused with a throw"));
    }
}

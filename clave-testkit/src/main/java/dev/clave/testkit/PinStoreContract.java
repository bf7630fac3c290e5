package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What a {@link PinStore} must do, as tests: extend it, give it your store, run it.
 *
 * <pre>{@code
 * class MyPinStoreTest extends PinStoreContract {
 *     @Override
 *     protected PinStore store() {
 *         return new MyPinStore(dataSource);
 *     }
 *
 *     @Override
 *     protected int rounds() {
 *         return 50;                      // a real server
 *     }
 * }
 * }</pre>
 *
 * <p>A failure begins with the number of the rule and says what to do. A rule that cannot be checked without help (a
 * second node, a clean-up, a broken connection) reports itself skipped and names the method to override. The rules
 * leave their entries in the store, for a day by {@link StoredEntry#keepUntil}.
 */
@TestMethodOrder(MethodOrderer.DisplayName.class)
public abstract class PinStoreContract extends PinStoreKeepingRules {

    /** For the class that extends this one. */
    protected PinStoreContract() {}

    @Test
    @DisplayName("Rule 31: what one node has written the other reads at once")
    final void rule31() {
        PinStore here = store();
        PinStore there = Contracts.given(secondNode(), "Rule 31", "secondNode");
        EntryKey key = freshKey();
        check(there.read(key).isEmpty(), "Rule 31: read must be empty for a key under which nothing was written");
        StoredEntry first = entry(1, "first");
        check(here.add(key, first), "Rule 31: add must be true under a new key");
        String otherwise =
                "Rule 31: every node must read what any node has written; cache nothing, read from the primary";
        holds(there, key, first, otherwise);
        StoredEntry second = entry(2, "second");
        check(
                there.replace(key, present(there, key, otherwise), second),
                "Rule 31: a node must replace what another has added");
        holds(here, key, second, otherwise);
        check(
                here.replace(key, present(here, key, otherwise), entry(3, "third")),
                "Rule 31: a node must replace what another has");
        check(present(there, key, otherwise).version() == 3, otherwise);
    }

    @Test
    @DisplayName("Rule 32: of all who write at once on two nodes exactly one is told true, and its entry is there")
    final void rule32() {
        PinStore here = store();
        List<PinStore> nodes = List.of(here, Contracts.given(secondNode(), "Rule 32", "secondNode"));
        String otherwise = "Rule 32: of all nodes that write at once exactly one must be told true; "
                + "leave the decision to the engine, not to a lock of the process";
        try (Race race = new Race("Rule 32", 2)) {
            for (int round = 0; round < rounds(); round++) {
                EntryKey added = freshKey();
                oneWinner(here, added, race.round(node -> nodes.get(node).add(added, entry(1, node))), otherwise);
                EntryKey key = freshKey();
                here.add(key, entry(1, -1));
                StoredEntry seen = present(here, key, otherwise);
                oneWinner(
                        here,
                        key,
                        race.round(node -> nodes.get(node).replace(key, seen, entry(2 + node, node))),
                        otherwise);
            }
        }
    }

    @Test
    @DisplayName("Rule 33: an engine that cannot be reached is a throw")
    final void rule33() {
        PinStore store = Contracts.given(unreachableStore(), "Rule 33", "unreachableStore");
        EntryKey key = freshKey();
        StoredEntry seen = entry(1, "seen");
        String otherwise =
                "Rule 33: when the engine cannot be reached every method must throw: empty and false are statements"
                        + " about entries";
        check(Contracts.thrown(() -> store.read(key)).isPresent(), otherwise);
        check(Contracts.thrown(() -> store.add(key, seen)).isPresent(), otherwise);
        check(Contracts.thrown(() -> store.replace(key, seen, entry(2, "next"))).isPresent(), otherwise);
    }

    @Test
    @DisplayName("Rule 34: an answer that was lost is a throw, and the write is not repeated")
    final void rule34() {
        PinStore store = store();
        PinStore losing = Contracts.given(storeLosingAnswers(), "Rule 34", "storeLosingAnswers");
        String otherwise =
                "Rule 34: when the connection breaks before the answer, nobody knows whether it was written: "
                        + "throw, do not try again, do not answer false";
        check(Contracts.thrown(() -> losing.add(freshKey(), entry(1, "first"))).isPresent(), otherwise);
        EntryKey key = freshKey();
        store.add(key, entry(1, "first"));
        StoredEntry seen = present(store, key, "Rule 34: an entry must be there after add");
        check(
                Contracts.thrown(() -> losing.replace(key, seen, entry(2, "second")))
                        .isPresent(),
                otherwise);
    }

    @Test
    @DisplayName("Rule 35: a store that is full throws, and forgets nothing")
    final void rule35() {
        PinStore store = Contracts.given(fullStore(), "Rule 35", "fullStore");
        EntryKey key = freshKey();
        check(
                Contracts.thrown(() -> store.add(key, entry(1, "one too many"))).isPresent(),
                "Rule 35: a store without room must refuse a new key with a throw; false would mean a duplicate, "
                        + "and to make room would give back somebody's attempts");
        check(store.read(key).isEmpty(), "Rule 35: what was refused with a throw for want of room must not be there");
    }

    @Test
    @DisplayName("Rule 36: what was told true stays, when the host rolls its own transaction back")
    final void rule36() {
        PinStore store = store();
        Consumer<Runnable> rolledBack = Contracts.given(hostTransaction(), "Rule 36", "hostTransaction");
        EntryKey added = freshKey();
        EntryKey key = freshKey();
        store.add(key, entry(1, "first"));
        StoredEntry seen = present(store, key, "Rule 36: an entry must be there after add");
        rolledBack.accept(() -> {
            check(store.add(added, entry(1, "first")), "Rule 36: add must be true under a new key");
            check(
                    store.replace(key, seen, entry(2, "second")),
                    "Rule 36: replace must be true for the entry that is there");
        });
        String otherwise =
                "Rule 36: commit in a transaction of your own before you answer true; the host's may be rolled back";
        check(store.read(added).isPresent(), otherwise);
        check(present(store, key, otherwise).version() == 2, otherwise);
    }

    @Test
    @DisplayName("Rule 37: a write whose answer was lost is not sent again over a connection that is sound")
    final void rule37() {
        PinStore store = store();
        PinStore adding = Contracts.given(storeLosingOneAnswer(), "Rule 37", "storeLosingOneAnswer");
        String otherwise = "Rule 37: a write whose answer was lost may have been done, so sent again it is answered by"
                + " its own entry: throw; switch off what your client or pool repeats by itself";
        check(Contracts.thrown(() -> adding.add(freshKey(), entry(1, "first"))).isPresent(), otherwise);
        EntryKey key = freshKey();
        store.add(key, entry(1, "first"));
        StoredEntry seen = present(store, key, "Rule 37: an entry must be there after add");
        PinStore replacing = Contracts.given(storeLosingOneAnswer(), "Rule 37", "storeLosingOneAnswer");
        check(
                Contracts.thrown(() -> replacing.replace(key, seen, entry(2, "second")))
                        .isPresent(),
                otherwise);
    }
}

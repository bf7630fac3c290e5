package dev.clave.testkit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What the client of an engine with conditional puts can do, in the memory of this process. */
final class Items {
    private final Map<String, Item> items = new ConcurrentHashMap<>();

    /** One of them; numbers are 64 bits, and the engine's own expiry is set to the time, rounded up to a second. */
    record Item(String key, long version, long keepUntilMillis, String content) {}

    /** What must hold of the item that is there, if one is, for a put to be done. */
    record Condition(Predicate<Optional<Item>> holds) {
        static Condition absent() {
            return new Condition(Optional::isEmpty);
        }

        static Condition versionIs(long version) {
            return new Condition(
                    item -> item.filter(there -> there.version() == version).isPresent());
        }
    }

    /** The condition did not hold; nothing was put. */
    static final class ConditionFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Optional<Item> get(String key) {
        return Optional.ofNullable(items.get(key));
    }

    void put(Item item, Condition condition) {
        items.compute(item.key(), (key, there) -> {
            if (!condition.holds().test(Optional.ofNullable(there))) {
                throw new ConditionFailedException();
            }
            return item;
        });
    }

    /** What such an engine does by itself, hours late. */
    void expire(long nowMillis) {
        items.values().removeIf(item -> item.keepUntilMillis() < nowMillis);
    }
}

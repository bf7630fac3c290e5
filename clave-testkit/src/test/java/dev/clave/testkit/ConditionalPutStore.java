package dev.clave.testkit;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A store over an engine with conditional puts, such as DynamoDB (attribute_not_exists, version = :seen) or MongoDB. */
final class ConditionalPutStore implements PinStore {
    private final Items items; // your engine's client: one attempt for each put, strongly consistent reads

    ConditionalPutStore(Items items) {
        this.items = items;
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return items.get(key.hex()).map(ConditionalPutStore::entry);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return put(item(key, first), Items.Condition.absent());
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return put(item(key, next), Items.Condition.versionIs(seen.version()));
    }

    /** Only the engine's own word that the condition did not hold is false; a timeout or a broken line goes on as a throw. */
    private boolean put(Items.Item item, Items.Condition condition) {
        try {
            items.put(item, condition);
            return true;
        } catch (Items.ConditionFailedException another) {
            return false;
        }
    }

    private static Items.Item item(EntryKey key, StoredEntry entry) {
        String content = Base64.getEncoder().encodeToString(entry.content());
        return new Items.Item(key.hex(), entry.version(), entry.keepUntil().toEpochMilli(), content);
    }

    private static StoredEntry entry(Items.Item item) {
        Instant keepUntil = Instant.ofEpochMilli(item.keepUntilMillis());
        return StoredEntry.of(item.version(), keepUntil, Base64.getDecoder().decode(item.content()));
    }
}

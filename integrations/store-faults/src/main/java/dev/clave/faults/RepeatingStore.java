package dev.clave.faults;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Broken on purpose: makes a write again that threw, and gives the answer of the second one for the first. */
record RepeatingStore(PinStore sound) implements PinStore {

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return sound.read(key);
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return twice(() -> sound.add(key, first));
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return twice(() -> sound.replace(key, seen, next));
    }

    private static boolean twice(BooleanSupplier write) {
        try {
            return write.getAsBoolean();
        } catch (RuntimeException unknown) {
            return write.getAsBoolean();
        }
    }
}

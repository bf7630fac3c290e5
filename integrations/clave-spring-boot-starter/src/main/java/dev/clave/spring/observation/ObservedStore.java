package dev.clave.spring.observation;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Optional;

/** {@code clave.store}: a read finds or does not, a write is done or comes too late. */
record ObservedStore(PinStore store, SocketObservations observations) implements PinStore {

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        return SocketObservations.observe(
                observations.of("store", "operation", "read"),
                () -> store.read(key),
                entry -> entry.isPresent() ? "found" : "absent");
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        return SocketObservations.observe(
                observations.of("store", "operation", "add"), () -> store.add(key, first), ObservedStore::written);
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        return SocketObservations.observe(
                observations.of("store", "operation", "replace"),
                () -> store.replace(key, seen, next),
                ObservedStore::written);
    }

    private static String written(boolean done) {
        return done ? "written" : "conflict";
    }
}

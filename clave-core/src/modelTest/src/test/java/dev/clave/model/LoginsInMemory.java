package dev.clave.model;

import dev.clave.MemoryPinStore;

/** The model over the store in memory. */
public final class LoginsInMemory extends Logins {
    /** A new one. */
    public LoginsInMemory() {
        super(clock -> MemoryPinStore.withCapacity(10, clock));
    }
}

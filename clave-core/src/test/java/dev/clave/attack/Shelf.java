package dev.clave.attack;

import dev.clave.MemoryPinStore;
import dev.clave.spi.PinStore;
import dev.clave.testkit.FakePinStore;
import java.time.InstantSource;

/** The kinds of store that a race is run on: one that keeps bytes, as a foreign engine does, and one that keeps our objects. */
enum Shelf {
    ENCODED {
        @Override
        PinStore make(InstantSource clock) {
            return new FakePinStore();
        }
    },
    MEMORY {
        @Override
        PinStore make(InstantSource clock) {
            return MemoryPinStore.withCapacity(10_000, clock);
        }
    };

    abstract PinStore make(InstantSource clock);
}

package dev.clave.example.quickstart;

import dev.clave.spi.PinStore;
import dev.clave.testkit.PinStoreContract;
import java.time.Instant;
import java.util.Optional;

// spotless:off
// readme: store-contract
class MapStoreTest extends PinStoreContract {
    private final MapStore store = new MapStore();

    @Override
    protected PinStore store() {
        return store;
    }

    @Override
    protected Optional<Runnable> cleanUpAt(Instant time) {
        return Optional.of(() -> store.cleanUp(time));
    }
}
// readme: end
// spotless:on

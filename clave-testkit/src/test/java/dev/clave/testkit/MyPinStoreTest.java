package dev.clave.testkit;

import dev.clave.spi.PinStore;
import java.time.Instant;
import java.util.Optional;

class MyPinStoreTest extends PinStoreContract {
    private final FakePinStore store = new FakePinStore(); // yours instead

    @Override
    protected PinStore store() {
        return store;
    }

    @Override
    protected int rounds() {
        return 50; // a real server; in memory leave it at 1,000
    }

    @Override
    protected Optional<Runnable> cleanUpAt(Instant time) {
        return Optional.of(() -> store.forgetExpired(time));
    }
}

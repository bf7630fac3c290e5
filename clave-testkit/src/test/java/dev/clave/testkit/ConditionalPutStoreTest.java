package dev.clave.testkit;

import dev.clave.spi.PinStore;
import java.time.Instant;
import java.util.Optional;

/** The example of a store for an engine that is not shipped keeps the contract. */
class ConditionalPutStoreTest extends PinStoreContract {
    private final Items items = new Items();

    @Override
    protected PinStore store() {
        return new ConditionalPutStore(items);
    }

    @Override
    protected Optional<PinStore> secondNode() {
        return Optional.of(new ConditionalPutStore(items));
    }

    @Override
    protected Optional<Runnable> cleanUpAt(Instant time) {
        return Optional.of(() -> items.expire(time.toEpochMilli()));
    }
}

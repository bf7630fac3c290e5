package dev.clave.store.tests;

import dev.clave.spi.PinStore;
import dev.clave.testkit.FakePinStore;

/** What is asked of the stores holds for the fake. */
class FakePinStoreLoginsTest extends LoginsOnAStore {
    private final FakePinStore store = new FakePinStore();

    @Override
    protected PinStore node() {
        return store;
    }
}

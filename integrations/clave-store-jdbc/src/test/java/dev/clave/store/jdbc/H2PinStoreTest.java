package dev.clave.store.jdbc;

/** The contract, in H2. */
class H2PinStoreTest extends JdbcContract {
    H2PinStoreTest() {
        super(Engine.H2, "");
    }
}

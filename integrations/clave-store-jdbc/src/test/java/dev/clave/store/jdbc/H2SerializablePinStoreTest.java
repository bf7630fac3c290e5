package dev.clave.store.jdbc;

/** The contract, in H2 at its strictest level. */
class H2SerializablePinStoreTest extends JdbcContract {
    H2SerializablePinStoreTest() {
        super(Engine.H2, "TRANSACTION_SERIALIZABLE");
    }
}

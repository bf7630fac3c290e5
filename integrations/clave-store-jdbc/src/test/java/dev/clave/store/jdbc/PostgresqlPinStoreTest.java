package dev.clave.store.jdbc;

/** The contract, in PostgreSQL at READ COMMITTED. */
class PostgresqlPinStoreTest extends JdbcContract {
    PostgresqlPinStoreTest() {
        super(Engine.POSTGRESQL, "TRANSACTION_READ_COMMITTED");
    }
}

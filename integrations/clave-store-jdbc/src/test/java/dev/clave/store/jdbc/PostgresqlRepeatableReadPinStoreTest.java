package dev.clave.store.jdbc;

/** The contract, in PostgreSQL at REPEATABLE READ. */
class PostgresqlRepeatableReadPinStoreTest extends JdbcContract {
    PostgresqlRepeatableReadPinStoreTest() {
        super(Engine.POSTGRESQL, "TRANSACTION_REPEATABLE_READ");
    }
}

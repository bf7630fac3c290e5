package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.JdbcContract;

/** The contract, in MariaDB at REPEATABLE READ, its own level. */
class MariadbPinStoreTest extends JdbcContract {
    MariadbPinStoreTest() {
        super(Server.MARIADB, "TRANSACTION_REPEATABLE_READ");
    }
}

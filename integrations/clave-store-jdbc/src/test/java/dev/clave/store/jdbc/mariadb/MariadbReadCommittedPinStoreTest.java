package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.JdbcContract;

/** The contract, in MariaDB at READ COMMITTED. */
class MariadbReadCommittedPinStoreTest extends JdbcContract {
    MariadbReadCommittedPinStoreTest() {
        super(Server.MARIADB, "TRANSACTION_READ_COMMITTED");
    }
}

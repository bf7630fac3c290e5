package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.Dialect;
import dev.clave.store.jdbc.Engine;
import dev.clave.store.jdbc.JdbcContract;

/** The contract, in MariaDB where a write that was overtaken fails, which is its own way from 11.6 on. */
class MariadbSnapshotIsolationPinStoreTest extends JdbcContract {
    MariadbSnapshotIsolationPinStoreTest() {
        super(
                new Engine(
                        "mariadb",
                        Dialect.mariadb(),
                        () -> Server.MARIADB.url() + "&sessionVariables=innodb_snapshot_isolation=ON"),
                "TRANSACTION_REPEATABLE_READ");
    }
}

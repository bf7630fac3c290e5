package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.JdbcLogins;

/** Logins on two nodes over MariaDB at READ COMMITTED. */
class MariadbReadCommittedLoginsTest extends JdbcLogins {
    MariadbReadCommittedLoginsTest() {
        super(Server.MARIADB, "TRANSACTION_READ_COMMITTED");
    }
}

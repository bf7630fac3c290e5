package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.JdbcLogins;

/** Logins on two nodes over MariaDB at REPEATABLE READ. */
class MariadbLoginsTest extends JdbcLogins {
    MariadbLoginsTest() {
        super(Server.MARIADB, "TRANSACTION_REPEATABLE_READ");
    }
}

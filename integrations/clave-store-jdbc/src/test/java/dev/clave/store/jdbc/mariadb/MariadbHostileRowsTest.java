package dev.clave.store.jdbc.mariadb;

import dev.clave.store.jdbc.HostileRows;

/** Rows that somebody else has put into a table of MariaDB. */
class MariadbHostileRowsTest extends HostileRows {
    MariadbHostileRowsTest() {
        super(Server.MARIADB, "longblob");
    }
}

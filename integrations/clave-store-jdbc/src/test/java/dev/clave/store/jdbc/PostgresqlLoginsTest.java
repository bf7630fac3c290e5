package dev.clave.store.jdbc;

/** Logins on two nodes over PostgreSQL at READ COMMITTED. */
class PostgresqlLoginsTest extends JdbcLogins {
    PostgresqlLoginsTest() {
        super(Engine.POSTGRESQL, "TRANSACTION_READ_COMMITTED");
    }
}

package dev.clave.store.jdbc;

/** Logins on two nodes over PostgreSQL at REPEATABLE READ. */
class PostgresqlRepeatableReadLoginsTest extends JdbcLogins {
    PostgresqlRepeatableReadLoginsTest() {
        super(Engine.POSTGRESQL, "TRANSACTION_REPEATABLE_READ");
    }
}

package dev.clave.store.jdbc;

/** Rows that somebody else has put into a table of PostgreSQL. */
class PostgresqlHostileRowsTest extends HostileRows {
    PostgresqlHostileRowsTest() {
        super(Engine.POSTGRESQL, "bytea");
    }
}

package dev.clave.store.jdbc;

/** Logins on two nodes over H2. */
class H2LoginsTest extends JdbcLogins {
    H2LoginsTest() {
        super(Engine.H2, "");
    }
}

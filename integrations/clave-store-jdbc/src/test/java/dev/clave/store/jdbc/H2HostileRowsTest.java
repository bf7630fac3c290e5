package dev.clave.store.jdbc;

/** Rows that somebody else has put into a table of H2. */
class H2HostileRowsTest extends HostileRows {
    H2HostileRowsTest() {
        super(Engine.H2, "varbinary(20000000)");
    }
}

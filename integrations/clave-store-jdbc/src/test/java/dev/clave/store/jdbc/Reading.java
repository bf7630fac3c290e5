package dev.clave.store.jdbc;

import java.sql.SQLException;

/** PostgreSQL, but it reads otherwise, and no statement is cancelled. */
record Reading(String select) implements Dialect {
    private static final Dialect REAL = Dialect.postgresql();

    @Override
    public String name() {
        return REAL.name();
    }

    @Override
    public String ddl(TableNames names) {
        return REAL.ddl(names);
    }

    @Override
    public String select(String table) {
        return select.replace("%s", table);
    }

    @Override
    public String delete(String table, int most) {
        return REAL.delete(table, most);
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return REAL.isDuplicate(failure);
    }

    @Override
    public boolean limitsStatements() {
        return false;
    }
}

package dev.clave.store.jdbc;

import java.sql.SQLException;

/** PostgreSQL. */
final class PostgresqlDialect implements Dialect {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String ddl(TableNames names) {
        return names.ddl("postgresql.sql");
    }

    @Override
    public String select(String table) {
        return "select version, keep_until, case when octet_length(content) <= 2000 then content end,"
                + " pg_is_in_recovery() from " + table + " where entry_key = ?"
                + " union all select 0, 0, null, true where pg_is_in_recovery()";
    }

    /** A race for a key is no error that its log should be full of. */
    @Override
    public String insert(String table) {
        return Dialect.super.insert(table) + " on conflict (entry_key) do nothing";
    }

    /** The array is made once; without it the planner may run the limited query again for each row. */
    @Override
    public String delete(String table, int most) {
        return "delete from " + table + " where entry_key = any (array(select entry_key from " + table
                + " where keep_until < ? order by keep_until limit " + most
                + " for update skip locked)) and keep_until < ?";
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }
}

package dev.clave.store.jdbc;

import java.sql.SQLException;

/** MariaDB. */
final class MariadbDialect implements Dialect {
    private static final int DUPLICATE_ENTRY = 1062;
    /** Later servers spell it out. */
    private static final String TAKES_NO_WRITES = " @@global.read_only not in ('0', 'OFF')";

    private static final int CHANGED_SINCE_READ = 1020;

    @Override
    public String name() {
        return "MariaDB";
    }

    @Override
    public String ddl(TableNames names) {
        return names.ddl("mariadb.sql");
    }

    @Override
    public String select(String table) {
        return "select version, keep_until, case when octet_length(content) <= 2000 then content end,"
                + TAKES_NO_WRITES + " from " + table + " where entry_key = ?"
                + " union all select 0, 0, null, 1 from dual where" + TAKES_NO_WRITES;
    }

    @Override
    public String delete(String table, int most) {
        return "delete from " + table + " where keep_until < ? order by keep_until limit " + most;
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_ENTRY;
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return failure.getErrorCode() == CHANGED_SINCE_READ || Dialect.super.isConflict(failure);
    }
}

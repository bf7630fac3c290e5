package dev.clave.store.jdbc;

import java.sql.SQLException;

/** H2. */
final class H2Dialect implements Dialect {
    private static final int CONCURRENT_UPDATE = 90131;

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public String ddl(TableNames names) {
        return names.ddl("h2.sql");
    }

    @Override
    public String select(String table) {
        return "select version, keep_until, case when octet_length(content) <= 2000 then content end, false from "
                + table + " where entry_key = ?";
    }

    @Override
    public String delete(String table, int most) {
        return "delete from " + table + " where keep_until < ? fetch first " + most + " rows only";
    }

    @Override
    public boolean isDuplicate(SQLException failure) {
        return "23505".equals(failure.getSQLState());
    }

    @Override
    public boolean isConflict(SQLException failure) {
        return failure.getErrorCode() == CONCURRENT_UPDATE || Dialect.super.isConflict(failure);
    }

    /** It would hold for all that the host does on that connection later. H2 has a timeout for locks of its own. */
    @Override
    public boolean limitsStatements() {
        return false;
    }
}

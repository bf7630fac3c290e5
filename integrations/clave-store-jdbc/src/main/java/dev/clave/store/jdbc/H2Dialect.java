package dev.clave.store.jdbc;

import java.sql.SQLException;

/** H2. */
final class H2Dialect implements Dialect {
    private static final int CONCURRENT_UPDATE = 90131;
    /**
     * False in every session, but H2 does not know. It answers the same question of the same connection from the last
     * result as long as it believes that nothing was written, and for a moment (2.5), or until the next write (2.2), it
     * believes so wrongly (h2database#3894, #4208).
     */
    private static final String NEVER_FROM_THE_LAST_RESULT = "session_id() < 0";

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
        return "select version, keep_until, case when octet_length(content) <= 2000 then content end, "
                + NEVER_FROM_THE_LAST_RESULT + " from " + table + " where entry_key = ?";
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

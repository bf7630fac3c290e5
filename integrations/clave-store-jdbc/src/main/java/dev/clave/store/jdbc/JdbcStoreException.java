package dev.clave.store.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/**
 * The database could not do what was asked, or nobody knows whether it did. It says what to do and carries the codes of
 * the driver, but neither its message nor the values, which are nobody's business.
 */
public final class JdbcStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final Problem problem;
    /** As the driver gave it. */
    private final String sqlState;
    /** As the driver gave it. */
    private final int vendorCode;

    /** What is wrong. */
    public enum Problem {
        /** There was no connection; nothing was asked. */
        NOT_CONNECTED(
                "No connection could be had, so nothing was asked; is the database up, is the pool large enough?"),
        /** The table is missing, or is another. */
        NO_TABLE(
                "The table is not there, has other columns, or may not be used by this user; see the guide for its DDL."),
        /** The connection belongs to a transaction of the host's. */
        HOST_TRANSACTION("The data source gave a connection that does not commit by itself, so it may belong to a"
                + " transaction of yours; give a data source whose connections are in auto-commit mode."),
        /** The server is a replica, or takes no writes. */
        READ_ONLY("The server is a replica or takes no writes; only the primary may be asked."),
        /** What is in the table is no entry. */
        MALFORMED_ENTRY("What is in the table under this key is no entry; nothing was overwritten."),
        /** It took too long; a write may or may not have been done. */
        TIMED_OUT("The statement took longer than it may; if it was a write, nobody knows whether it was done."),
        /** Anything else; a write may or may not have been done. */
        FAILED("The statement failed; if it was a write, nobody knows whether it was done.");

        private final String sentence;

        Problem(String sentence) {
            this.sentence = sentence;
        }
    }

    private JdbcStoreException(Problem problem, String detail, String sqlState, int vendorCode) {
        // Nothing is hung on it: what fails after it (a close) would bring the driver's words along.
        super(problem.sentence + detail, null, false, true);
        this.problem = problem;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
    }

    static JdbcStoreException of(Problem problem) {
        return new JdbcStoreException(problem, "", "", 0);
    }

    /** Tells where the driver was, by its stack trace, and why, by its codes. */
    static JdbcStoreException of(Problem problem, SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        JdbcStoreException exception = new JdbcStoreException(
                problem,
                " (" + failure.getClass().getSimpleName() + causes(failure) + ", SQLState " + state + ", code "
                        + failure.getErrorCode() + ")",
                state,
                failure.getErrorCode());
        exception.setStackTrace(failure.getStackTrace());
        return exception;
    }

    private static String causes(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? "" : " because of " + cause.getClass().getSimpleName();
    }

    /**
     * What is wrong, for a program.
     *
     * @return the problem
     */
    public Problem problem() {
        return problem;
    }

    /**
     * The SQLState that the driver gave.
     *
     * @return five characters, or empty when there is none
     */
    public String sqlState() {
        return sqlState;
    }

    /**
     * The code that the driver gave.
     *
     * @return a number of the engine's, 0 when there is none
     */
    public int vendorCode() {
        return vendorCode;
    }
}

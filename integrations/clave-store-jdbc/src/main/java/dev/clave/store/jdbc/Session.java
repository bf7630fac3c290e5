package dev.clave.store.jdbc;

import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that commits each statement by itself, waits for none for ever, and is given back as it was. */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPinStore.class);
    /** So much longer than a statement may take: time for its cancelling to be answered. */
    private static final int GRACE_MILLIS = 1_000;

    private final Connection connection;
    private final int statementSeconds;
    private final Restoring restoring = new Restoring();

    private Session(Connection connection, int statementSeconds) {
        this.connection = connection;
        this.statementSeconds = statementSeconds;
    }

    /** A connection of the source's, looked at before anything is done with it. */
    static Session open(DataSource source, Duration timeout, boolean limitsStatements) {
        try {
            Session session =
                    new Session(source.getConnection(), limitsStatements ? Math.toIntExact(timeout.toSeconds()) : 0);
            session.begin(Math.toIntExact(timeout.toMillis()) + GRACE_MILLIS);
            return session;
        } catch (SQLException down) {
            throw JdbcStoreException.of(Problem.NOT_CONNECTED, down);
        }
    }

    private void begin(int millis) throws SQLException {
        try {
            if (!connection.getAutoCommit()) {
                throw JdbcStoreException.of(Problem.HOST_TRANSACTION);
            }
            limitNetwork(millis);
        } catch (SQLException | RuntimeException unfit) {
            closeQuietly();
            throw unfit;
        }
    }

    /** What was wrong before is what has to be told. */
    private void closeQuietly() {
        try {
            connection.close();
        } catch (SQLException also) {
            LOG.debug("a connection that was refused could not be given back either");
        }
    }

    /** A server that has stopped answers no cancelling either: only the socket's timeout ends the wait. */
    private void limitNetwork(int millis) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            if (before == 0 || before > millis) {
                connection.setNetworkTimeout(Runnable::run, millis);
                restoring.later(() -> connection.setNetworkTimeout(Runnable::run, before));
            }
        } catch (SQLFeatureNotSupportedException none) {
            // An engine inside this process has no network.
            return;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        if (statementSeconds > 0) {
            statement.setQueryTimeout(statementSeconds);
        }
        return statement;
    }

    /** The level at which a delete looks at rows as they are now, and locks no gaps between them. */
    void readCommitted() throws SQLException {
        int before = connection.getTransactionIsolation();
        if (before != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            restoring.later(() -> connection.setTransactionIsolation(before));
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            if (!connection.isClosed()) {
                restoring.run();
            }
        } finally {
            connection.close();
        }
    }
}

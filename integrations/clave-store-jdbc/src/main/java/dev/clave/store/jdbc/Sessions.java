package dev.clave.store.jdbc;

import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a connection for a piece of work, and says what went wrong. */
final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcPinStore.class);
    /** Cancelled in PostgreSQL and H2; MariaDB; and H2's timeout for locks. */
    private static final Set<String> CANCELLED = Set.of("57014", "70100", "HYT00");

    /** A transaction that may only read; H2's database that may only be read. */
    private static final Set<String> READ_ONLY = Set.of("25006", "90097");

    /** H2's; the others' begin with 42, as if there were no table. */
    private static final String NO_RIGHT = "90096";

    private final DataSource source;
    private final Duration timeout;
    private final boolean limitsStatements;

    /** A piece of work on a connection. */
    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    Sessions(DataSource source, Duration timeout, boolean limitsStatements) {
        this.source = source;
        this.timeout = timeout;
        this.limitsStatements = limitsStatements;
    }

    <T> T use(Work<T> work) {
        try (Session session = Session.open(source, timeout, limitsStatements)) {
            return work.on(session);
        } catch (SQLException failure) {
            throw told(JdbcStoreException.of(problem(failure), failure));
        } catch (JdbcStoreException failure) {
            throw told(failure);
        }
    }

    /** The library above tells which socket failed, and no more: here is said why. */
    private static JdbcStoreException told(JdbcStoreException failure) {
        LOG.warn("{}: {}", failure.problem(), failure.getMessage());
        return failure;
    }

    private static Problem problem(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (failure instanceof SQLTimeoutException || CANCELLED.contains(state)) {
            return Problem.TIMED_OUT;
        }
        if (READ_ONLY.contains(state)) {
            return Problem.READ_ONLY;
        }
        return state.startsWith("42") || state.equals(NO_RIGHT) ? Problem.NO_TABLE : Problem.FAILED;
    }
}

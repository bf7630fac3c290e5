package dev.clave.store.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A data source that passes everything on to a real one, remembers what was asked of its connections, and breaks where
 * it is told to.
 */
final class StandIn {
    private final DataSource real;
    private final List<String> log = new ArrayList<>();
    private Breaking afterUpdate = () -> {};
    private Breaking beforeUpdate = () -> {};
    private Breaking onClose = () -> {};
    private boolean committing = true;

    /** Something that may go wrong. */
    interface Breaking {
        void run() throws SQLException;
    }

    StandIn(DataSource real) {
        this.real = real;
    }

    StandIn afterUpdate(Breaking what) {
        this.afterUpdate = what;
        return this;
    }

    StandIn beforeUpdate(Breaking what) {
        this.beforeUpdate = what;
        return this;
    }

    StandIn onClose(Breaking what) {
        this.onClose = what;
        return this;
    }

    /** Whether its connections say that they commit by themselves. */
    StandIn committing(boolean byItself) {
        this.committing = byItself;
        return this;
    }

    /** Calls of connections and statements that cost something, and the SQL of each statement, as often as it is executed. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** The log, which begins anew. */
    List<String> taken() {
        List<String> taken = log();
        log.clear();
        return taken;
    }

    DataSource failingToConnect() {
        return proxy(DataSource.class, (self, method, arguments) -> {
            throw new SQLTransientConnectionException("no connection", "08001");
        });
    }

    /** The same, but its connections say that they are of another engine. */
    DataSource calling(String product) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Connection connection = (Connection) call(real, method, arguments);
            DatabaseMetaData named = proxy(DatabaseMetaData.class, (meta, asked, none) -> product);
            return proxy(
                    Connection.class,
                    (same, asked, values) ->
                            asked.getName().equals("getMetaData") ? named : call(connection, asked, values));
        });
    }

    /** Gives one connection to whoever asks, as what binds connections to transactions does. */
    static DataSource always(Connection bound) {
        Connection open = proxy(
                Connection.class,
                (self, method, arguments) -> method.getName().equals("close") ? null : call(bound, method, arguments));
        return proxy(DataSource.class, (self, method, arguments) -> open);
    }

    DataSource source() {
        return proxy(
                DataSource.class,
                (self, method, arguments) -> method.getName().equals("getConnection")
                        ? connection((Connection) call(real, method, arguments))
                        : call(real, method, arguments));
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" ->
                statement((String) arguments[0], (PreparedStatement) call(connection, method, arguments));
            case "commit", "rollback", "setAutoCommit", "createStatement", "prepareCall", "setTransactionIsolation" -> {
                log.add(method.getName());
                yield call(connection, method, arguments);
            }
            case "getAutoCommit" -> committing && (boolean) call(connection, method, arguments);
            case "close" -> {
                call(connection, method, arguments);
                onClose.run();
                yield null;
            }
            default -> call(connection, method, arguments);
        });
    }

    private PreparedStatement statement(String sql, PreparedStatement statement) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                log.add(sql);
            }
            boolean update = method.getName().equals("executeUpdate");
            if (update) {
                beforeUpdate.run();
            }
            Object answer = call(statement, method, arguments);
            if (update) {
                afterUpdate.run();
            }
            return answer;
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(StandIn.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}

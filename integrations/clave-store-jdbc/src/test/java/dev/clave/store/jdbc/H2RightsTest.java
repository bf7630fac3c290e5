package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user or a file does not allow is told as such. */
class H2RightsTest {
    private static final EntryKey KEY = new EntryKey(4, 5);

    @TempDir
    Path folder;

    private JdbcDataSource source(String user, String settings) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("logins").toAbsolutePath() + settings);
        source.setUser(user);
        source.setPassword("");
        return source;
    }

    @Test
    void a_database_that_may_only_be_read() {
        JdbcPinStore.over(source("sa", "")).createTable();
        JdbcPinStore store = JdbcPinStore.over(source("sa", ";ACCESS_MODE_DATA=r"));
        assertThat(store.read(KEY)).isEmpty();
        JdbcPinStoreTest.assertProblem(Problem.READ_ONLY, () -> store.add(KEY, JdbcPinStoreTest.entry(1)));
    }

    @Test
    void a_user_who_may_do_nothing_or_only_read() throws SQLException {
        JdbcPinStore.over(source("sa", "")).createTable();
        run("create user reader password ''");
        JdbcPinStore store = JdbcPinStore.over(source("reader", ""));
        JdbcPinStoreTest.assertProblem(Problem.NO_TABLE, () -> store.read(KEY));
        run("grant select on clave_entry to reader");
        assertThat(store.read(KEY)).isEmpty();
        JdbcPinStoreTest.assertProblem(Problem.NO_TABLE, () -> store.add(KEY, JdbcPinStoreTest.entry(1)));
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = source("sa", "").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

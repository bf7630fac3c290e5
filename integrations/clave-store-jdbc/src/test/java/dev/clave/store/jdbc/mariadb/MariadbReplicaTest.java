package dev.clave.store.jdbc.mariadb;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.store.jdbc.JdbcPinStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** A MariaDB that takes no writes, as replicas are set up. */
class MariadbReplicaTest {
    private static void set(DataSource source, int readOnly) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set global read_only = " + readOnly);
        }
    }

    @AfterEach
    void takesWritesAgain() throws SQLException {
        set(new MariaDbDataSource(Server.MARIADB.url()), 0);
    }

    @Test
    void nothing_is_read_from_it_not_even_that_there_is_nothing() throws SQLException {
        DataSource source = new MariaDbDataSource(Server.MARIADB.url());
        JdbcPinStore store = JdbcPinStore.over(source);
        store.createTable();
        assertThatCode(store::check).doesNotThrowAnyException();
        set(source, 1);
        assertThatThrownBy(store::check).hasMessageContaining("is a replica or takes no writes");
    }
}

package dev.clave.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.EntryKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** H2 keeps a connection's last result, and may take it for the present one when it no longer is. */
public class H2ResultCacheTest {
    private static final EntryKey KEY = new EntryKey(21, 21);
    private static final AtomicInteger LOOKS = new AtomicInteger();

    /** Called by H2 for each row that it truly reads, though it is told that the argument alone decides. */
    public static long looked(long version) {
        LOOKS.incrementAndGet();
        return version;
    }

    @Test
    void every_read_looks_at_the_table() throws SQLException {
        try (HikariDataSource pool = Engine.H2.pool("");
                Connection connection = pool.getConnection()) {
            Engine.H2.store(pool).add(KEY, JdbcPinStoreTest.entry(1));
            try (Statement statement = connection.createStatement()) {
                statement.execute("create alias if not exists looked deterministic for '"
                        + H2ResultCacheTest.class.getName() + ".looked'");
            }
            LOOKS.set(0);
            for (int reads = 1; reads <= 3; reads++) {
                read(connection);
                assertThat(LOOKS).hasValue(reads);
            }
        }
    }

    /** As the store does it, by a statement that H2 takes out of its own cache. */
    private static void read(Connection connection) throws SQLException {
        String select = Dialect.h2().select("clave_entry").replace("select version", "select looked(version)");
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setBytes(1, KEY.bytes());
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
            }
        }
    }
}

package dev.clave.benchmarks.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clave.store.jdbc.JdbcPinStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** A database with the tables of clave and of Spring, and a pool of connections to it. */
public final class Database implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Engine engine;
    private final Optional<EmbeddedPostgres> server;
    private final HikariDataSource pool;

    /** Which. */
    public enum Engine {
        /** PostgreSQL on the disk: fsync and synchronous_commit are on. */
        POSTGRESQL(
                "insert into clave_entry select decode(md5(i::text), 'hex'), 1, ? + (random() * 9240000)::bigint, ? from generate_series(1, ?) as i",
                "insert into one_time_tokens select gen_random_uuid()::text, 'citizen-' || i, now() + interval '1 day'"
                        + " from generate_series(1, ?) as i",
                "varchar(50)"),
        /** H2 in the memory of this process: nothing is durable. */
        H2(
                "insert into clave_entry select secure_rand(16), 1, ? + cast(rand() * 9240000 as bigint), ? from system_range(1, ?)",
                "insert into one_time_tokens select cast(random_uuid() as varchar), 'citizen-' || x,"
                        + " dateadd(day, 1, current_timestamp) from system_range(1, ?)",
                "varchar_ignorecase(50)");

        private final String entries;
        private final String tokens;
        private final String name;

        Engine(String entries, String tokens, String name) {
            this.entries = entries;
            this.tokens = tokens;
            this.name = name;
        }
    }

    private Database(Engine engine, Optional<EmbeddedPostgres> server, String url) {
        this.engine = engine;
        this.server = server;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
    }

    /**
     * Starts one with empty tables.
     *
     * @param engine which
     * @return the database
     * @throws IOException if the server does not start
     * @throws SQLException if it is not as it ought to be
     */
    public static Database start(Engine engine) throws IOException, SQLException {
        Optional<EmbeddedPostgres> server =
                engine == Engine.POSTGRESQL ? Optional.of(startPostgresql()) : Optional.empty();
        String url = server.map(postgresql -> postgresql.getJdbcUrl("postgres", "postgres"))
                .orElse("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        Database database = new Database(engine, server, url);
        database.makeTables();
        return database;
    }

    /** The server's own settings but for what the package turns off, which is the waiting for the disk. */
    private static EmbeddedPostgres startPostgresql() throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private void makeTables() throws SQLException {
        if (engine == Engine.POSTGRESQL && !(isOn("fsync") && isOn("synchronous_commit"))) {
            throw new IllegalStateException("commits are not durable");
        }
        JdbcPinStore.over(pool).createTable();
        // As Spring Security ships it; it has no type for names in PostgreSQL.
        run("create table one_time_tokens (token_value varchar(36) not null primary key, username " + engine.name
                + " not null, expires_at timestamp not null)");
    }

    private boolean isOn(String setting) throws SQLException {
        return ask("select count(*) from pg_settings where name = '" + setting + "' and setting = 'on'") == 1;
    }

    /**
     * The pool.
     *
     * @return connections that commit by themselves
     */
    public DataSource pool() {
        return pool;
    }

    /**
     * Puts so many rows into both tables, to be kept for a day and up to 2 hours 34 minutes, at random, as logins would; and lets the server look at them once.
     *
     * @param rows how many
     * @throws SQLException if it fails
     */
    public void fill(int rows) throws SQLException {
        if (rows > 0) {
            long keepUntil = System.currentTimeMillis() + 86_400_000;
            run(engine.entries, keepUntil, RealEntry.content(), rows);
            run(engine.tokens, rows);
        }
        settle();
        if (count("clave_entry") != rows || count("one_time_tokens") != rows) {
            throw new IllegalStateException("not the rows that are promised");
        }
    }

    /** Writes everything to the disk now, so that it is not done while something is measured. */
    void settle() throws SQLException {
        if (engine == Engine.POSTGRESQL) {
            run("vacuum analyze");
            run("checkpoint");
        }
    }

    private long count(String table) throws SQLException {
        return ask("select count(*) from " + table);
    }

    /**
     * Runs a statement.
     *
     * @param sql the statement
     * @param parameters its parameters
     * @throws SQLException if it fails
     */
    public void run(String sql, Object... parameters) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /**
     * Asks for a number.
     *
     * @param sql the query
     * @return what is in the first column of the first row
     * @throws SQLException if it fails
     */
    public long ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        pool.close();
        if (server.isPresent()) {
            server.get().close();
        }
    }
}

package dev.clave.store.jdbc;

import dev.clave.store.jdbc.JdbcStoreException.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Builds a {@link JdbcPinStore}. Not safe for use by several threads. */
public final class JdbcPinStoreBuilder {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int LARGEST_BATCH = 10_000;

    private final DataSource source;
    private @Nullable Dialect dialect;
    private TableNames names = TableNames.standard();
    private Duration timeout = Duration.ofSeconds(5);
    private int batch = 500;

    JdbcPinStoreBuilder(DataSource source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    /**
     * Which engine it is. When it is named, building the store takes no connection.
     *
     * @param engine a dialect, shipped or yours
     * @return this
     */
    public JdbcPinStoreBuilder dialect(Dialect engine) {
        this.dialect = Objects.requireNonNull(engine, "engine");
        return this;
    }

    /**
     * In which schema (MariaDB: database) the table is; otherwise in that of the connection.
     *
     * @param name 1 to 48 letters, digits or underscores of ASCII, the first no digit
     * @return this
     * @throws IllegalArgumentException if it is no such name
     */
    public JdbcPinStoreBuilder schema(String name) {
        this.names = new TableNames(Optional.of(name), names.table());
        return this;
    }

    /**
     * What the table is called; otherwise {@code clave_entry}.
     *
     * @param name 1 to 48 letters, digits or underscores of ASCII, the first no digit
     * @return this
     * @throws IllegalArgumentException if it is no such name
     */
    public JdbcPinStoreBuilder table(String name) {
        this.names = new TableNames(names.schema(), name);
        return this;
    }

    /**
     * How long a statement may take; otherwise 5 seconds. It is then cancelled, and a second later the connection is
     * given up. How long to wait for a connection is the pool's to say.
     *
     * @param time whole seconds, 1 to 60
     * @return this
     * @throws IllegalArgumentException if it is no such time
     */
    public JdbcPinStoreBuilder timeout(Duration time) {
        if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0 || time.toMillisPart() != 0) {
            throw new IllegalArgumentException("the timeout of a statement must be 1 to 60 whole seconds");
        }
        this.timeout = time;
        return this;
    }

    /**
     * How many entries a statement of {@link JdbcPinStore#cleanUp} forgets at the most; otherwise 500.
     *
     * @param entries 1 to 10,000
     * @return this
     * @throws IllegalArgumentException if it is no such number
     */
    public JdbcPinStoreBuilder cleanUpBatch(int entries) {
        if (entries < 1 || entries > LARGEST_BATCH) {
            throw new IllegalArgumentException("a batch of the clean-up must have 1 to 10,000 entries");
        }
        this.batch = entries;
        return this;
    }

    /**
     * The store.
     *
     * @return the store; whether the table is there is not looked at, see {@link JdbcPinStore#check}
     * @throws JdbcStoreException if no dialect was named and no connection can be had
     * @throws IllegalArgumentException if no dialect was named and none of the shipped ones fits
     */
    public JdbcPinStore build() {
        Dialect engine = dialect == null ? detected() : dialect;
        return new JdbcPinStore(new Sessions(source, timeout, engine.limitsStatements()), engine, names, batch);
    }

    private Dialect detected() {
        String product = product();
        return Stream.of(Dialect.postgresql(), Dialect.mariadb(), Dialect.h2())
                .filter(shipped -> shipped.name().equals(product))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no dialect for " + product
                        + ": give one to dialect(…). Shipped and tested are PostgreSQL, MariaDB and H2."));
    }

    private String product() {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException down) {
            throw JdbcStoreException.of(Problem.NOT_CONNECTED, down);
        }
    }
}

package dev.clave.store.jdbc;

import java.sql.SQLException;

/**
 * In what one database engine differs from another. Three are shipped, each tested on the real engine; for another one
 * implement this, give it to {@link JdbcPinStoreBuilder#dialect}, and run {@code PinStoreContract} of clave-testkit.
 *
 * <p>The table has four columns: {@code entry_key} (16 bytes, compared byte by byte, the primary key), {@code version}
 * and {@code keep_until} (64 bits each; an index on the latter), {@code content} (bytes, 2,000 at the most). Names of
 * tables come from an allow-list and may be put into a statement as they are. Stateless; called from any thread.
 */
public interface Dialect {

    /**
     * PostgreSQL, 12 and later; tested on 18.
     *
     * @return the dialect
     */
    static Dialect postgresql() {
        return new PostgresqlDialect();
    }

    /**
     * MariaDB, 10.6 and later; tested on 11.4.
     *
     * @return the dialect
     */
    static Dialect mariadb() {
        return new MariadbDialect();
    }

    /**
     * H2, 2.2 and later; tested on 2.5.
     *
     * @return the dialect
     */
    static Dialect h2() {
        return new H2Dialect();
    }

    /**
     * The engine, as messages show it.
     *
     * @return a name
     */
    String name();

    /**
     * The statements that make the table and its index where they are not yet there.
     *
     * @param names of the table and of the index
     * @return statements, each of which ends in a semicolon and a line feed, and has no such pair within it: they are
     *     run one by one, without the semicolon
     */
    String ddl(TableNames names);

    /**
     * Reads what is under a key. The only parameter is the key. Four columns: {@code version}, {@code keep_until},
     * {@code content} (null in place of what is longer than 2,000 bytes, so that it does not travel; an empty one as no
     * bytes, not as null), and whether this server is a replica, from which nothing may be read ({@code true} or 1). On
     * a replica there is a row in any case, or the absence of an entry would be believed.
     * An engine that may answer it from an earlier result has to be kept from doing so.
     *
     * @param table the table
     * @return a statement
     */
    String select(String table);

    /**
     * Writes the first entry under a key. The parameters are key, version, time and content.
     *
     * @param table the table
     * @return a statement that fails with {@linkplain #isDuplicate a duplicate key}, or changes no row, when there is
     *     an entry; it must swallow no other failure
     */
    default String insert(String table) {
        return "insert into " + table + " (entry_key, version, keep_until, content) values (?, ?, ?, ?)";
    }

    /**
     * Deletes some of the entries whose time is over, in one statement that repeats the condition on what it deletes:
     * {@code keep_until < ?}. Every parameter is the time.
     *
     * @param table the table
     * @param most how many at the most, so that no login waits for long
     * @return a statement
     */
    String delete(String table, int most);

    /**
     * Whether an insert failed because there is an entry under that key, and for no other reason. Compare the engine's
     * own code where its SQLState 23000 stands for other constraints, too.
     *
     * @param failure what the driver threw
     * @return false when it cannot be told
     */
    boolean isDuplicate(SQLException failure);

    /**
     * Whether the engine has surely taken back a write because of another one at the same time, as happens at {@code
     * REPEATABLE READ} and above, and at the end of a deadlock. The entry is then read again, and the write repeated if no other is
     * there: where it is not sure that nothing was written, this has to be false. Override it
     * where the engine has another code than {@code 40001}.
     *
     * @param failure what the driver threw
     * @return false when it cannot be told
     */
    default boolean isConflict(SQLException failure) {
        return "40001".equals(failure.getSQLState()) || "40P01".equals(failure.getSQLState());
    }

    /**
     * Whether {@link java.sql.Statement#setQueryTimeout} holds for one statement alone and costs no other.
     *
     * @return true unless overridden
     */
    default boolean limitsStatements() {
        return true;
    }
}

package dev.clave.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.clave.spi.EntryKey;
import dev.clave.store.tests.Office;
import dev.clave.testkit.FakePeople;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** The figures of the guide, by hand: how large rows are, what a clean-up costs, and how long a login waits for one. */
final class Figures {
    private static final int ROWS = 1_000_000;
    private static final Instant BEFORE = Instant.ofEpochMilli(1);
    private static final Instant AFTER = Instant.ofEpochMilli(1_000_000);

    private final HikariDataSource pool = Engine.POSTGRESQL.pool("");
    private final JdbcPinStore store = Engine.POSTGRESQL.store(pool);

    private Figures() {}

    /** Prints them. */
    public static void main(String... none) throws Exception {
        new Figures().print();
    }

    private void print() throws Exception {
        Office office = new Office(store);
        say("bytes of an entry after a login: %d", contentAfter(() -> office.logIn(FakePeople.ANA)));
        say("clean-up with nothing to clean, empty table: %s", micros(() -> store.cleanUp(BEFORE), 2_000));
        ask("insert into clave_entry select decode(md5(i::text), 'hex'), 1, 1000 + i % 1000,"
                + " decode(repeat(md5(i::text), 10), 'hex')"
                + " from generate_series(1, " + ROWS + ") as i");
        ask("vacuum analyze clave_entry");
        say(
                "bytes per row with 160 bytes of content, indexes included: %d",
                ask("select pg_total_relation_size('clave_entry')") / ROWS);
        say("clean-up with nothing to clean, %d rows: %s", ROWS, micros(() -> store.cleanUp(BEFORE), 2_000));
        say("a look at one entry: %s", micros(store::check, 2_000));
        say("a login's step, nobody cleaning: %s", micros(() -> store.read(new EntryKey(1, 1)), 2_000));
        long start = System.nanoTime();
        CompletableFuture<Long> cleaning = CompletableFuture.supplyAsync(() -> store.cleanUp(AFTER));
        String steps = steps(cleaning);
        say("rows forgotten: %d in %d s; meanwhile a write: %s", cleaning.join(), seconds(start), steps);
    }

    private long contentAfter(Runnable login) throws SQLException {
        login.run();
        return ask("select max(octet_length(content)) from clave_entry");
    }

    /** Adds and replaces until the clean-up is over. */
    private String steps(CompletableFuture<Long> cleaning) {
        LongStream.Builder times = LongStream.builder();
        for (int i = 0; !cleaning.isDone(); i++) {
            EntryKey key = new EntryKey(7, i);
            long start = System.nanoTime();
            store.add(key, JdbcPinStoreTest.entry(1));
            store.replace(key, JdbcPinStoreTest.entry(1), JdbcPinStoreTest.entry(2));
            times.add((System.nanoTime() - start) / 2_000);
        }
        return spread(times.build().toArray());
    }

    private static String micros(Runnable call, int times) {
        long[] each = new long[times];
        for (int i = 0; i < times; i++) {
            long start = System.nanoTime();
            call.run();
            each[i] = (System.nanoTime() - start) / 1_000;
        }
        return spread(each);
    }

    private static String spread(long[] micros) {
        Arrays.sort(micros);
        return "median " + micros[micros.length / 2] + " µs, 99.9 % under " + micros[micros.length * 999 / 1_000]
                + " µs, longest " + micros[micros.length - 1] + " µs, of " + micros.length;
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
    }
}

package dev.clave.store.jdbc;

import dev.clave.Clave;
import dev.clave.ClaveBuilder;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** The sample of the guide. */
final class SetUp {
    private SetUp() {}

    // spotless:off
    @SuppressWarnings("FutureReturnValueIgnored") // it runs for as long as the application
    static Clave setUp(DataSource dataSource, ClaveBuilder builder, ScheduledExecutorService scheduler) {
        JdbcPinStore store = JdbcPinStore.over(dataSource);     // PostgreSQL, MariaDB or H2
        store.createTable();                                    // or put store.ddl() among your migrations
        scheduler.scheduleWithFixedDelay(() -> forget(store), 1, 1, TimeUnit.MINUTES);
        return builder.store(store).build();
    }

    static void forget(JdbcPinStore store) {
        try {
            store.cleanUp(Instant.now());
        } catch (JdbcStoreException told) {
            // The store has logged it. An executor would never run again what has thrown.
        }
    }
    // spotless:on
}

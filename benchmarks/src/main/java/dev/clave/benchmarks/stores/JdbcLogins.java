package dev.clave.benchmarks.stores;

import dev.clave.benchmarks.logins.Desk;
import dev.clave.benchmarks.logins.SteppingClock;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.jdbc.JdbcPinStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.JdbcOneTimeTokenService;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;

/** A database whose tables have some rows already, clave over it, and Spring's service over the same pool. */
@State(Scope.Benchmark)
public class JdbcLogins {
    private static final int STATEMENTS_OF_A_LOGIN = 6;
    private static final int OWN_ENTRIES = 1_000;
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** Where. */
    @Param({"POSTGRESQL", "H2"})
    public Database.Engine engine = Database.Engine.H2;

    /** How many rows there are in each table. */
    @Param({"0", "1000000"})
    public int rows;

    private final EntryKey[] keys = Keys.entries(OWN_ENTRIES);
    private final byte[] content = RealEntry.content();
    private Database database;
    private JdbcPinStore store;
    private Desk desk;
    private JdbcOneTimeTokenService tokens;
    private int next;

    /** Starts it, fills it, and counts the statements of a login. */
    @Setup
    public void start() throws IOException, SQLException {
        database = Database.start(engine);
        database.fill(rows);
        store = JdbcPinStore.over(database.pool());
        desk = desk(store);
        CountedStatements counted = new CountedStatements(database.pool());
        int statements = counted.of(desk(JdbcPinStore.over(counted.source()))::login);
        if (statements != STATEMENTS_OF_A_LOGIN) {
            throw new IllegalStateException("a login took " + statements + " statements");
        }
        for (EntryKey key : keys) {
            store.add(key, RealEntry.of(1, content));
        }
        tokens = new JdbcOneTimeTokenService(new JdbcTemplate(database.pool()));
        database.settle();
    }

    private static Desk desk(JdbcPinStore store) {
        return new Desk(store, Keys.ring(), new SteppingClock());
    }

    /** Ends the server, and the thread of Spring's service. */
    @TearDown
    public void close() throws Exception {
        tokens.destroy();
        database.close();
    }

    Desk desk() {
        return desk;
    }

    /** What every step of a login does in the store: read, and replace what was read. */
    boolean step() {
        next = next + 1 == OWN_ENTRIES ? 0 : next + 1;
        StoredEntry seen = store.read(keys[next]).orElseThrow();
        if (!store.replace(keys[next], seen, RealEntry.of(seen.version() + 1, content))) {
            throw new IllegalStateException("another was faster");
        }
        return true;
    }

    /** What is asked for by the minute and finds nothing. */
    long cleanUp() {
        long forgotten = store.cleanUp(Instant.EPOCH);
        if (forgotten != 0) {
            throw new IllegalStateException("there was something to clean up");
        }
        return forgotten;
    }

    long roundTrip() throws SQLException {
        return database.ask("select 1");
    }

    OneTimeToken generate() {
        return tokens.generate(new GenerateOneTimeTokenRequest("citizen", LIFE));
    }

    OneTimeToken generateAndConsume() {
        return Objects.requireNonNull(
                tokens.consume(new OneTimeTokenAuthenticationToken(generate().getTokenValue())),
                "the token was not consumed");
    }
}

package dev.clave.benchmarks.stores;

import dev.clave.benchmarks.logins.Desk;
import dev.clave.benchmarks.logins.SteppingClock;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.redis.RedisPinStore;
import java.io.IOException;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.SetParams;

/** A Redis, clave over it, and keys of the same size to get and set. */
@State(Scope.Benchmark)
public class RedisLogins {
    private static final int ENTRIES = 1_000;
    private static final int ROUND_TRIPS_OF_A_STEP = 2;
    private static final long DAY = 86_400_000;

    private final EntryKey[] keys = Keys.entries(ENTRIES);
    private final byte[] content = RealEntry.content();
    /** Format, version and time go before the content. */
    private final byte[] value = new byte[17 + content.length];

    private RedisServer server;
    private RedisClient client;
    private RedisPinStore store;
    private Desk desk;
    private int next;

    /** Starts it, and counts the commands of a step. */
    @Setup
    public void start() throws IOException {
        Arrays.fill(value, (byte) 'x');
        server = RedisServer.start();
        client = server.client();
        store = RedisPinStore.over(client);
        desk = new Desk(store, Keys.ring(), new SteppingClock());
        for (EntryKey key : keys) {
            store.add(key, RealEntry.of(1, content));
            client.set(plain(key), value);
        }
        step();
        long before = commands();
        step();
        // The script's own commands are counted, too, and so is the question before.
        if (commands() - before != ROUND_TRIPS_OF_A_STEP + 2 + 1) {
            throw new IllegalStateException("a step took other commands than a GETRANGE and a script of two");
        }
    }

    private long commands() {
        return server.told("stats", "total_commands_processed");
    }

    /** Ends the server. */
    @TearDown
    public void close() throws IOException {
        client.close();
        server.close();
    }

    private static byte[] plain(EntryKey key) {
        return ("plain:" + key.hex()).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private EntryKey turn() {
        next = next + 1 == ENTRIES ? 0 : next + 1;
        return keys[next];
    }

    Desk desk() {
        return desk;
    }

    /** What every step of a login does in the store: read, and replace what was read. */
    boolean step() {
        EntryKey key = turn();
        StoredEntry seen = store.read(key).orElseThrow();
        if (!store.replace(key, seen, RealEntry.of(seen.version() + 1, content))) {
            throw new IllegalStateException("another was faster");
        }
        return true;
    }

    byte[] get() {
        byte[] found = client.get(plain(turn()));
        if (found.length != value.length) {
            throw new IllegalStateException("not what was set");
        }
        return found;
    }

    byte[] getAndSet() {
        byte[] found = get();
        String answer =
                client.set(plain(keys[next]), value, SetParams.setParams().px(DAY));
        if (!"OK".equals(answer)) {
            throw new IllegalStateException("not set");
        }
        return found;
    }

    String ping() {
        return client.ping();
    }
}

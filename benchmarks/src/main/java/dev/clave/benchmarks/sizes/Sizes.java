package dev.clave.benchmarks.sizes;

import dev.clave.benchmarks.stores.Database;
import dev.clave.benchmarks.stores.Keys;
import dev.clave.benchmarks.stores.RealEntry;
import dev.clave.benchmarks.stores.RedisServer;
import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisPinStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import redis.clients.jedis.RedisClient;

/**
 * What one person's entry takes whose login waits for its PIN, in bytes.
 *
 * @param logins how many were in memory and in PostgreSQL when it was measured
 * @param content the entry itself, as a store outside this process gets it
 * @param memory in memory
 * @param row of a table and its two indexes in PostgreSQL, filled at random and cleaned up
 * @param rewrittenRow of the same after every row was written twice more, as a login does, all at once and with no time to clean up
 * @param springRow of Spring's table, filled in the same way
 * @param redisKey of a key in Redis, as MEMORY USAGE tells
 * @param redis of all the memory of Redis, expiry and tables included
 */
public record Sizes(
        int logins,
        int content,
        MemorySize memory,
        double row,
        double rewrittenRow,
        double springRow,
        long redisKey,
        double redis) {

    private static final int MANY = 1_000_000;
    private static final int SOME = 100_000;

    /**
     * With a million of each.
     *
     * @return the sizes
     * @throws IOException if a server does not start
     * @throws SQLException if the database fails
     */
    public static Sizes full() throws IOException, SQLException {
        return of(MANY, SOME);
    }

    /**
     * With fewer.
     *
     * @return the sizes
     * @throws IOException if a server does not start
     * @throws SQLException if the database fails
     */
    public static Sizes smoke() throws IOException, SQLException {
        return of(50_000, 10_000);
    }

    private static Sizes of(int many, int some) throws IOException, SQLException {
        MemorySize memory = MemorySize.of(many, some);
        byte[] content = RealEntry.content();
        try (Database database = Database.start(Database.Engine.POSTGRESQL)) {
            database.fill(many);
            double row = relation(database, "clave_entry") / many;
            double springRow = relation(database, "one_time_tokens") / many;
            String rewrite = "update clave_entry set version = version + 1, keep_until = keep_until + 1";
            database.run(rewrite);
            database.run(rewrite);
            double rewritten = relation(database, "clave_entry") / many;
            RedisSize redis = RedisSize.of(some, content);
            return new Sizes(many, content.length, memory, row, rewritten, springRow, redis.key(), redis.share());
        }
    }

    private static double relation(Database database, String table) throws SQLException {
        return database.ask("select pg_total_relation_size('" + table + "')");
    }

    /** In Redis. */
    private record RedisSize(long key, double share) {
        static RedisSize of(int count, byte[] content) throws IOException {
            try (RedisServer server = RedisServer.start();
                    RedisClient client = server.client()) {
                RedisPinStore store = RedisPinStore.over(client);
                EntryKey last = Keys.entry();
                store.add(last, RealEntry.of(1, content));
                long before = server.told("memory", "used_memory");
                for (int i = 0; i < count; i++) {
                    last = Keys.entry();
                    store.add(last, RealEntry.of(1, content));
                }
                long used = server.told("memory", "used_memory") - before;
                return new RedisSize(client.memoryUsage("clave:" + last.hex()), (double) used / count);
            }
        }
    }

    /**
     * As JSON.
     *
     * @return an object
     */
    public String json() {
        return String.format(
                Locale.ROOT,
                """
                {
                  "logins": %d,
                  "entryBytes": %d,
                  "heapBytesPerLogin": %.1f,
                  "layoutBytesPerLogin": %.1f,
                  "layoutBytesAfterAWrongPin": %.1f,
                  "layoutBytesOfAStranger": %.1f,
                  "postgresqlBytesPerRow": %.1f,
                  "postgresqlBytesPerRowRewrittenAndNotCleaned": %.1f,
                  "springPostgresqlBytesPerRow": %.1f,
                  "redisMemoryUsageOfAKey": %d,
                  "redisBytesPerKeyOfAllMemory": %.1f
                }
                """,
                logins,
                content,
                memory.heap(),
                memory.layout(),
                memory.wrongPin(),
                memory.stranger(),
                row,
                rewrittenRow,
                springRow,
                redisKey,
                redis);
    }
}

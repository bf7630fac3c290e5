package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.spi.StoredEntry;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.ClusterCommandArguments;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A store in Redis 6.2 or later, for all nodes of a host: over a {@code RedisClient}, {@code RedisSentinelClient} or
 * {@code RedisClusterClient} of Jedis, which stays the host's to configure and to close.
 *
 * <p>A read is one command, a write one script; each takes one round trip. The client may repeat a read; a write is
 * sent once, by a connection of its own and past whatever would repeat it, and sent again only where the server said
 * that it did not execute it. Entries expire by the server's clock, at their time.
 *
 * <p><b>Redis can lose what it acknowledged</b>: when a replica is promoted that had not yet got it. {@link
 * RedisPinStoreBuilder#waitFor} makes that rare, not impossible. A host that cannot have it takes a relational database.
 *
 * <p>Whatever goes wrong is a {@link RedisStoreException}, and a warning in the log when it was a read or a write, for
 * clave does not repeat the messages of what a store throws. Safe for use by many threads; it starts none.
 */
public final class RedisPinStore implements PinStore {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPinStore.class);

    private final Server server;
    private final String namespace;
    private final Replicas replicas;
    private final ServerCheck check;

    RedisPinStore(Server server, String namespace, Replicas replicas, ServerCheck check) {
        this.server = server;
        this.namespace = namespace;
        this.replicas = replicas;
        this.check = check;
    }

    /**
     * A store with nothing accepted and nothing to set.
     *
     * @param jedis the client, with timeouts, without a cache and without {@code readOnlyForRedisClusterReplicas}, which
     *     would read from replicas
     * @return the store
     * @throws RedisStoreException if the server cannot be reached or is not fit for it; the message says what to set
     */
    public static RedisPinStore over(UnifiedJedis jedis) {
        return builder(jedis).build();
    }

    /**
     * A store to be set up.
     *
     * @param jedis the client, with timeouts, without a cache and without {@code readOnlyForRedisClusterReplicas}, which
     *     would read from replicas
     * @return the builder
     */
    public static RedisPinStoreBuilder builder(UnifiedJedis jedis) {
        return new RedisPinStoreBuilder(Objects.requireNonNull(jedis, "jedis"));
    }

    /**
     * Asks every primary again whether it is fit to be used, as at the start: for a health check.
     *
     * @throws RedisStoreException if one cannot be reached, or is no longer fit; the message says what to set
     */
    public void check() {
        check.check(server);
    }

    @Override
    public Optional<StoredEntry> read(EntryKey key) {
        byte[] name = name(key);
        return warned(() -> {
            byte[] bytes = bytes(name);
            return bytes.length == 0 ? Optional.empty() : Optional.of(Layout.decode(bytes));
        });
    }

    @Override
    public boolean add(EntryKey key, StoredEntry first) {
        byte[] name = name(key);
        return warned(() -> isWritten(WriteScript.add(name, Layout.encode(first), Layout.expiry(first))));
    }

    @Override
    public boolean replace(EntryKey key, StoredEntry seen, StoredEntry next) {
        byte[] name = name(key);
        long version = seen.version();
        return warned(() -> isWritten(WriteScript.replace(name, version, Layout.encode(next), Layout.expiry(next))));
    }

    private byte[] name(EntryKey key) {
        return (namespace + ":" + key.hex()).getBytes(US_ASCII);
    }

    /** One byte more than the largest entry, so that what is too long is seen to be so and does not travel. */
    private byte[] bytes(byte[] name) {
        CommandArguments range =
                new ClusterCommandArguments(Command.GETRANGE).key(name).add(0).add(Layout.LARGEST);
        try {
            return server.read(new CommandObject<>(range, BuilderFactory.BINARY));
        } catch (JedisDataException refused) {
            throw Failures.refused(refused);
        } catch (RuntimeException unreachable) {
            throw Failures.unreachable(unreachable);
        }
    }

    private boolean isWritten(WriteScript write) {
        long told;
        try {
            told = sent(write);
        } catch (JedisDataException refused) {
            throw Failures.refused(refused);
        }
        if (told == WriteScript.MALFORMED) {
            throw Failures.malformed("it is too short, too long, or of an unknown format");
        }
        return told == WriteScript.WRITTEN;
    }

    private long sent(WriteScript write) {
        try {
            return sent(write, () -> new Node(server.connect(write.key()), replicas));
        } catch (JedisMovedDataException moved) {
            return sent(write, () -> new Node(server.follow(moved, write.key()), replicas));
        }
    }

    /** A server that does not know the script has not executed it. */
    private static long sent(WriteScript write, Supplier<Node> connect) {
        try (Node node = connected(connect)) {
            try {
                return node.send(write.byHash());
            } catch (JedisNoScriptException unknown) {
                return node.send(write.byText());
            }
        }
    }

    private static Node connected(Supplier<Node> connect) {
        try {
            return connect.get();
        } catch (JedisDataException refused) {
            throw refused;
        } catch (RuntimeException unreachable) {
            throw Failures.unreachable(unreachable);
        }
    }

    private static <T> T warned(Supplier<T> work) {
        try {
            return work.get();
        } catch (RedisStoreException broken) {
            LOG.warn("{}", broken.getMessage());
            throw broken;
        }
    }

    @Override
    public String toString() {
        return "RedisPinStore[" + server.mode() + ", namespace " + namespace + ", waits for " + replicas.count()
                + " replicas]";
    }
}

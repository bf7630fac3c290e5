package dev.clave.store.redis;

import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;

/** Sets a store up. */
public final class RedisPinStoreBuilder {
    /** No braces: they would put all entries into one slot of a cluster. */
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._:-]{0,62}[A-Za-z0-9])?");

    private static final Logger LOG = LoggerFactory.getLogger(RedisPinStore.class);

    private final UnifiedJedis jedis;
    private final Set<Risk> accepted = EnumSet.noneOf(Risk.class);
    private String namespace = "clave";
    private @Nullable Replicas replicas;
    private InstantSource clock = InstantSource.system();

    RedisPinStoreBuilder(UnifiedJedis jedis) {
        this.jedis = jedis;
    }

    /**
     * What the keys begin with, before a colon. Two stores with different names share nothing.
     *
     * @param name 1 to 64 letters, digits, {@code . _ : -}, from a letter or digit to one; {@code clave} unless set
     * @return this
     * @throws IllegalArgumentException for any other name
     */
    public RedisPinStoreBuilder namespace(String name) {
        if (!NAMESPACE.matcher(name).matches()) {
            throw new IllegalArgumentException("a namespace is 1 to 64 of A-Z a-z 0-9 . _ : -");
        }
        namespace = name;
        return this;
    }

    /**
     * How many replicas must have a write before it counts. Fewer, or not in time: the write throws, though it is
     * on the primary. Unless set: 1 with Sentinel; 1 when a server has a replica at the start; 0 otherwise. Where
     * {@code INFO} is not permitted it must be set, but with Sentinel. With 0, a promotion loses what was acknowledged just before.
     *
     * @param count how many; 0 to wait for none
     * @param timeout how long they may take, in milliseconds at the finest; 1 second unless set, and less than the
     *     socket timeout of the client
     * @return this
     * @throws IllegalArgumentException if the count is negative, or the timeout not between 1 ms and 1 hour
     */
    public RedisPinStoreBuilder waitFor(int count, Duration timeout) {
        replicas = new Replicas(count, timeout);
        return this;
    }

    /**
     * Accepts what the store would refuse to start with.
     *
     * @param risks what is accepted
     * @return this
     */
    public RedisPinStoreBuilder accept(Risk... risks) {
        accepted.addAll(List.of(risks));
        return this;
    }

    /**
     * The clock of this node, to which the server's is compared.
     *
     * @param time the system's unless set
     * @return this
     */
    public RedisPinStoreBuilder clock(InstantSource time) {
        clock = Objects.requireNonNull(time, "clock");
        return this;
    }

    /**
     * The store, once every primary was found fit to be used.
     *
     * @return the store
     * @throws RedisStoreException if one cannot be reached or is not fit; the message says what to set
     * @throws IllegalArgumentException if the client caches, has no pool, or stands for several databases
     */
    public RedisPinStore build() {
        Server server = server();
        ServerCheck check = new ServerCheck(EnumSet.copyOf(accepted), clock);
        ServerCheck.Found found = check.check(server);
        found.warnings().forEach(warning -> LOG.warn("Redis: {}", warning));
        RedisPinStore store = new RedisPinStore(server, namespace, replicas(server, found), check);
        LOG.info("{}", store);
        return store;
    }

    private Server server() {
        try {
            return Server.behind(jedis);
        } catch (JedisDataException refused) {
            throw Failures.refused(refused);
        } catch (IllegalArgumentException unfit) {
            throw unfit;
        } catch (RuntimeException unreachable) {
            throw Failures.unreachable(unreachable);
        }
    }

    private Replicas replicas(Server server, ServerCheck.Found found) {
        Replicas chosen = replicas == null ? usual(server, found) : replicas;
        if (found.replicas().orElse(chosen.count()) < chosen.count()) {
            LOG.warn(
                    "Redis: writes wait for {} replicas, and {} are connected: every write will throw",
                    chosen.count(),
                    found.replicas().getAsInt());
        }
        return chosen;
    }

    private static Replicas usual(Server server, ServerCheck.Found found) {
        if (server.mode() == Server.Mode.SENTINEL) {
            return new Replicas(1, Replicas.DEFAULT_TIMEOUT);
        }
        int connected = found.replicas()
                .orElseThrow(() -> new RedisStoreException(
                        Kind.UNSAFE_SERVER,
                        "this Redis does not tell whether it has replicas; say with waitFor(…) how many must have a"
                                + " write, 0 where there is none"));
        return new Replicas(Math.min(1, connected), Replicas.DEFAULT_TIMEOUT);
    }
}

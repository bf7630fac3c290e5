package dev.clave.store.redis;

import java.util.List;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisSentineled;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** Where entries are, as a client of Jedis reaches it. What its methods throw is the driver's; nothing was written. */
interface Server {
    /** What the client is for. */
    Mode mode();

    /** Asks the primary; the client may ask again when that failed. */
    <T> T read(CommandObject<T> command);

    /** A connection to the primary that has this key. */
    Pipeline connect(byte[] key);

    /** A connection to the primary that another one named as having this key now. */
    Pipeline follow(JedisMovedDataException moved, byte[] key);

    /** What each primary tells of itself: the text of INFO. */
    List<String> info();

    /** What a client is for. */
    enum Mode {
        STANDALONE,
        SENTINEL,
        CLUSTER
    }

    /** The server behind a client. */
    @SuppressWarnings("deprecation") // what they were replaced by works the same
    static Server behind(UnifiedJedis jedis) {
        if (jedis.getCache() != null) {
            throw new IllegalArgumentException(
                    "this Jedis client caches what it has read, and would show entries that are no longer there; give"
                            + " the store one without a cache");
        }
        if (jedis instanceof RedisClusterClient cluster) {
            return new Cluster(jedis, cluster::getConnectionFromSlot, cluster::getClusterNodes);
        }
        if (jedis instanceof JedisCluster cluster) {
            return new Cluster(jedis, cluster::getConnectionFromSlot, cluster::getClusterNodes);
        }
        boolean sentinel = jedis instanceof RedisSentinelClient || jedis instanceof JedisSentineled;
        return OnePrimary.of(jedis, sentinel ? Mode.SENTINEL : Mode.STANDALONE);
    }
}

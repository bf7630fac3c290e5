package dev.clave.store.redis;

import java.util.List;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** One primary, fixed or named by Sentinel. */
record OnePrimary(UnifiedJedis jedis, Mode mode) implements Server {

    /** Only over a client that gives a connection to one server: no other can be asked to write once. */
    static OnePrimary of(UnifiedJedis jedis, Mode mode) {
        try (AbstractPipeline pipeline = jedis.pipelined()) {
            if (pipeline instanceof Pipeline) {
                return new OnePrimary(jedis, mode);
            }
            throw new IllegalArgumentException(
                    "this Jedis client stands for several databases, which have no common truth; give the store a"
                            + " RedisClient, RedisSentinelClient or RedisClusterClient");
        } catch (IllegalStateException none) {
            throw new IllegalArgumentException(
                    "this Jedis client has no pool of connections; give the store a RedisClient, RedisSentinelClient or"
                            + " RedisClusterClient",
                    none);
        }
    }

    @Override
    public <T> T read(CommandObject<T> command) {
        return jedis.executeCommand(command);
    }

    @Override
    public Pipeline connect(byte[] key) {
        return (Pipeline) jedis.pipelined();
    }

    @Override
    public Pipeline follow(JedisMovedDataException moved, byte[] key) {
        throw moved;
    }

    @Override
    public List<String> info() {
        return List.of(jedis.info());
    }
}

package dev.clave.store.redis;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** Servers, and how a host's client reaches them. */
interface Deployment extends AutoCloseable {
    /** A client as a host would make it, with what a test changes of it. */
    UnifiedJedis client(UnaryOperator<DefaultJedisClientConfig.Builder> change);

    /** Every server that takes writes. */
    List<RedisProcess> primaries();

    @Override
    void close();

    default UnifiedJedis client() {
        return client(config -> config);
    }

    /** A client all of whose connections go through proxies. */
    default UnifiedJedis client(Proxies proxies) {
        return client(config -> config.hostAndPortMapper(proxies));
    }

    private static DefaultJedisClientConfig config(UnaryOperator<DefaultJedisClientConfig.Builder> change) {
        return change.apply(DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(2_000)
                        .socketTimeoutMillis(3_000))
                .build();
    }

    private static GenericObjectPoolConfig<Connection> pool() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(20);
        pool.setMaxWait(Duration.ofSeconds(3));
        return pool;
    }

    /** One server. */
    record Standalone(RedisProcess server) implements Deployment {
        @Override
        public UnifiedJedis client(UnaryOperator<DefaultJedisClientConfig.Builder> change) {
            return RedisClient.builder()
                    .hostAndPort(server.address())
                    .clientConfig(config(change))
                    .poolConfig(pool())
                    .build();
        }

        @Override
        public List<RedisProcess> primaries() {
            return List.of(server);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A primary, its replicas, and a Sentinel that watches them. */
    record Sentinel(RedisReplicas servers, RedisProcess sentinel) implements Deployment {
        static Sentinel start(Binary binary, int replicas) {
            RedisReplicas servers = RedisReplicas.start(binary, replicas);
            int port = servers.primary().address().getPort();
            RedisProcess sentinel = RedisProcess.sentinel(
                    binary,
                    "sentinel monitor people 127.0.0.1 " + port + " 1\nsentinel down-after-milliseconds people 500\n"
                            + "sentinel failover-timeout people 3000\n");
            Eventually.holds(
                    "the Sentinel must know the replicas",
                    () -> sentinel.tell(jedis -> jedis.sentinelReplicas("people"))
                                    .size()
                            == replicas);
            return new Sentinel(servers, sentinel);
        }

        @Override
        public UnifiedJedis client(UnaryOperator<DefaultJedisClientConfig.Builder> change) {
            return RedisSentinelClient.builder()
                    .masterName("people")
                    .sentinels(Set.of(sentinel.address()))
                    .clientConfig(config(change))
                    .poolConfig(pool())
                    .build();
        }

        @Override
        public List<RedisProcess> primaries() {
            return List.of(servers.primary());
        }

        @Override
        public void close() {
            sentinel.close();
            servers.close();
        }
    }

    /** A cluster. */
    record Sharded(RedisCluster cluster) implements Deployment {
        @Override
        public UnifiedJedis client(UnaryOperator<DefaultJedisClientConfig.Builder> change) {
            return RedisClusterClient.builder()
                    .nodes(Set.of(cluster.primaries().get(0).address()))
                    .clientConfig(config(change))
                    .poolConfig(pool())
                    .maxAttempts(4)
                    .maxTotalRetriesDuration(Duration.ofSeconds(2))
                    .build();
        }

        @Override
        public List<RedisProcess> primaries() {
            return cluster.primaries();
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}

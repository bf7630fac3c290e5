package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.store.tests.GuideSamples;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;

/** What the guide shows works. */
class GuideTest {

    @Test
    void samples_are_cut_from_here() throws IOException {
        assertThat(GuideSamples.check()).hasSize(4).containsOnly("GuideTest");
    }

    // spotless:off
    @Test
    void one_server() {
        HostAndPort address = Servers.embedded().primaries().get(0).address();
        ConnectionPoolConfig pool = pool();
        // readme: set-up
        RedisClient redis = RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(DefaultJedisClientConfig.builder().timeoutMillis(2_000).build())
                .poolConfig(pool)
                .build();
        RedisPinStore store = RedisPinStore.over(redis);
        // readme: end
        works(store);
        redis.close();
    }

    private static ConnectionPoolConfig pool() {
        // readme: pool
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(32);                       // as many calls at once; the rest waits
        pool.setMaxWait(Duration.ofSeconds(2));     // and not for ever, as it would
        // readme: end
        return pool;
    }

    @Test
    @Tag("ci")
    void sentinel() {
        Deployment.Sentinel servers = (Deployment.Sentinel) Servers.sentinel();
        Set<HostAndPort> sentinels = Set.of(servers.sentinel().address());
        ConnectionPoolConfig pool = pool();
        // readme: sentinel
        RedisSentinelClient redis = RedisSentinelClient.builder()
                .masterName("people")
                .sentinels(sentinels)
                .poolConfig(pool)
                .build();
        RedisPinStore store = RedisPinStore.builder(redis)
                .waitFor(1, Duration.ofSeconds(1))  // the default with Sentinel
                .build();
        // readme: end
        works(store);
        redis.close();
    }

    @Test
    @Tag("ci")
    void cluster() {
        Set<HostAndPort> nodes = Set.of(Servers.cluster().primaries().get(0).address());
        ConnectionPoolConfig pool = pool();
        // readme: cluster
        RedisClusterClient redis = RedisClusterClient.builder()
                .nodes(nodes)
                .poolConfig(pool)
                .build();
        RedisPinStore store = RedisPinStore.over(redis);
        // readme: end
        works(store);
        redis.close();
    }
    // spotless:on

    private static void works(PinStore store) {
        EntryKey key = Given.key();
        assertThat(store.add(key, Given.entry(1))).isTrue();
        assertThat(store.read(key)).isPresent();
    }
}

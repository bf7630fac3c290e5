package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.csc.CacheConfig;
import redis.clients.jedis.util.Pool;

/** How a store is set up, and what it says of itself. */
class RedisPinStoreTest {
    private final HostAndPort address = Servers.embedded().primaries().get(0).address();
    private final UnifiedJedis jedis = Servers.embedded().client();
    private final EntryKey key = Given.key();

    @AfterEach
    void close() {
        jedis.close();
    }

    @Test
    void namespaces_share_nothing() {
        RedisPinStore one = RedisPinStore.over(jedis);
        RedisPinStore other =
                RedisPinStore.builder(jedis).namespace("app:login-2").build();
        one.add(key, Given.entry(1));
        assertThat(other.read(key)).isEmpty();
        assertThat(other.add(key, Given.entry(2))).isTrue();
        assertThat(jedis.exists("clave:" + key.hex(), "app:login-2:" + key.hex()))
                .isEqualTo(2);
    }

    @ParameterizedTest(name = "P04 P05 the namespace <{0}> is refused")
    @ValueSource(
            strings = {"", " ", "x; drop", "{clave}", "clave*", "clave:", ":clave", "á", "a\r\nFLUSHALL\r\n", "%00"})
    void odd_namespaces(String name) {
        assertThatThrownBy(() -> RedisPinStore.builder(jedis).namespace(name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RedisPinStore.builder(jedis).namespace("a".repeat(65)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_client_that_caches_is_refused() {
        try (UnifiedJedis caching = RedisClient.builder()
                .hostAndPort(address)
                .clientConfig(redis.clients.jedis.DefaultJedisClientConfig.builder()
                        .protocol(RedisProtocol.RESP3)
                        .build())
                .cacheConfig(CacheConfig.builder().maxSize(10).build())
                .build()) {
            assertThatThrownBy(() -> RedisPinStore.over(caching))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("without a cache");
        }
    }

    @Test
    @SuppressWarnings("deprecation") // what it refuses
    void a_client_without_a_pool_is_refused() {
        try (UnifiedJedis single = new UnifiedJedis(new Connection(address))) {
            assertThatThrownBy(() -> RedisPinStore.over(single))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no pool");
        }
    }

    @Test
    void the_newer_protocol_serves_as_well() {
        try (UnifiedJedis newer = Servers.embedded().client(config -> config.protocol(RedisProtocol.RESP3))) {
            RedisPinStore store = RedisPinStore.over(newer);
            assertThat(store.read(key)).isEmpty();
            assertThat(store.add(key, Given.entry(1))).isTrue();
            assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isTrue();
            assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void a_database_of_its_own_serves_as_well() {
        try (UnifiedJedis other = Servers.embedded().client(config -> config.database(3))) {
            RedisPinStore.over(jedis).add(key, Given.entry(1));
            assertThat(RedisPinStore.over(other).add(key, Given.entry(2))).isTrue();
        }
    }

    @Test
    void a_pool_that_is_used_up_is_told_and_nothing_is_sent() {
        ConnectionPoolConfig one = new ConnectionPoolConfig();
        one.setMaxTotal(1);
        one.setMaxWait(Duration.ofMillis(50));
        try (RedisClient small =
                RedisClient.builder().hostAndPort(address).poolConfig(one).build()) {
            RedisPinStore store = RedisPinStore.over(small);
            Pool<Connection> pool = small.getPool();
            try (Connection taken = pool.getResource()) {
                assertThat(taken.isConnected()).isTrue();
                Given.thrown(Kind.UNREACHABLE, () -> store.add(key, Given.entry(1)));
                Given.thrown(Kind.UNREACHABLE, () -> store.read(key));
            }
            assertThat(store.add(key, Given.entry(1))).isTrue();
        }
    }

    @Test
    void an_interrupt_is_passed_on() {
        ConnectionPoolConfig one = new ConnectionPoolConfig();
        one.setMaxTotal(1);
        try (RedisClient small =
                RedisClient.builder().hostAndPort(address).poolConfig(one).build()) {
            RedisPinStore store = RedisPinStore.over(small);
            try (Connection taken = small.getPool().getResource()) {
                assertThat(taken.isConnected()).isTrue();
                Thread.currentThread().interrupt();
                Given.thrown(Kind.UNREACHABLE, () -> store.add(key, Given.entry(1)));
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("A server that is not there is told at the start, by type and without its address")
    void not_there() {
        try (UnifiedJedis nowhere = RedisClient.create("127.0.0.1", RedisProcess.freePort())) {
            assertThat(Given.thrown(Kind.UNREACHABLE, () -> RedisPinStore.over(nowhere)))
                    .hasMessageNotContaining("127.0.0.1");
        }
    }

    @Test
    void what_goes_wrong_is_in_the_log_without_keys() {
        RedisPinStore store = RedisPinStore.over(jedis);
        jedis.set(Given.name(key), "foreign");
        try (Logged log = new Logged()) {
            Given.thrown(Kind.MALFORMED_ENTRY, () -> store.read(key));
            assertThat(log.warnings())
                    .hasSize(1)
                    .allSatisfy(line -> assertThat(line)
                            .startsWith("MALFORMED_ENTRY")
                            .doesNotContain(key.hex())
                            .doesNotContain("foreign"));
        }
        jedis.del(Given.name(key));
    }
}

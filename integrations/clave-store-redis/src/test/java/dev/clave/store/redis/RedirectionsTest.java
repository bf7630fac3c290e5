package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Slots that move from one node of a cluster to another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedirectionsTest {
    private final RedisCluster cluster = RedisCluster.start(Binary.EMBEDDED, 2, false);
    private final Deployment deployment = new Deployment.Sharded(cluster);
    private final RedisProcess first = cluster.primaries().get(0);
    private final RedisProcess second = cluster.primaries().get(1);
    private UnifiedJedis jedis = deployment.client();
    private RedisPinStore store = RedisPinStore.over(jedis);

    @BeforeEach
    void open() {
        jedis = deployment.client();
        store = RedisPinStore.over(jedis);
    }

    @AfterEach
    void closeClient() {
        jedis.close();
    }

    @AfterAll
    void close() {
        deployment.close();
    }

    private static int slot(EntryKey key) {
        return JedisClusterCRC16.getSlot(Given.name(key).getBytes(US_ASCII));
    }

    /** A key of the first node's. */
    private static EntryKey key() {
        EntryKey key = Given.key();
        return slot(key) < 8_192 ? key : key();
    }

    @Test
    @DisplayName("P10 a write to a slot that moved follows once, and is done once")
    void moved() {
        EntryKey key = key();
        cluster.move(slot(key), second);
        try (Monitor there = new Monitor(second)) {
            assertThat(store.add(key, Given.entry(1))).isTrue();
            assertThat(there.commands())
                    .filteredOn(command -> command.startsWith("EVAL"))
                    .hasSizeBetween(1, 2);
            assertThat(store.add(key, Given.entry(1))).isFalse();
            assertThat(there.commands()).containsExactly("EVALSHA");
        }
        assertThat(store.read(key)).isPresent();
        assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isTrue();
    }

    @Test
    @DisplayName("P10 a write that followed a slot and lost its answer there is not sent again")
    void moved_and_lost() {
        EntryKey key = key();
        Proxies proxies = new Proxies();
        try (proxies;
                UnifiedJedis proxied = deployment.client(proxies);
                Monitor there = new Monitor(second)) {
            RedisPinStore losing = RedisPinStore.over(proxied);
            cluster.move(slot(key), second);
            there.commands();
            proxies.to(second).loseAnswersTo("EVAL");
            Given.thrown(Kind.UNCONFIRMED, () -> losing.add(key, Given.entry(1)));
            assertThat(proxies.lost()).isEqualTo(1);
            assertThat(there.commands())
                    .filteredOn(command -> command.startsWith("EVAL"))
                    .containsExactly("EVALSHA");
        }
    }

    @Test
    @DisplayName("P10 a write to a slot that is being moved is refused, and not done")
    void asked() {
        EntryKey key = key();
        cluster.beginToMove(slot(key), first, second);
        RedisStoreException told = Given.thrown(Kind.REFUSED, () -> store.add(key, Given.entry(1)));
        assertThat(told).hasMessageContaining("ASK");
        assertThat(store.read(key)).isEmpty();
        cluster.move(slot(key), second);
        assertThat(store.add(key, Given.entry(1))).isTrue();
    }

    @Test
    @DisplayName("P10 a cluster that does not serve a slot refuses, and nothing is written")
    void down() {
        EntryKey key = key();
        int slot = slot(key);
        first.tell(node -> node.clusterDelSlots(slot));
        RedisStoreException told = Given.thrown(Kind.REFUSED, () -> store.add(key, Given.entry(1)));
        assertThat(told).hasMessageContaining("CLUSTERDOWN");
        first.tell(node -> node.clusterAddSlots(slot));
        Eventually.holds(
                "the cluster must be ready",
                () -> first.tell(node -> node.clusterInfo()).contains("cluster_state:ok"));
    }

    @Test
    void a_client_for_one_server_is_refused() {
        try (UnifiedJedis single = new Deployment.Standalone(first).client()) {
            assertThat(Given.thrown(Kind.UNSAFE_SERVER, () -> RedisPinStore.over(single)))
                    .hasMessageContaining("RedisClusterClient");
        }
    }

    @Test
    void every_primary_is_looked_at() {
        second.tell(node -> node.configSet("maxmemory-policy", "allkeys-lru"));
        assertThat(Given.thrown(Kind.UNSAFE_SERVER, () -> store.check())).hasMessageContaining("Risk.EVICTION");
        second.tell(node -> node.configSet("maxmemory-policy", "noeviction"));
        store.check();
        assertThat(store).hasToString("RedisPinStore[CLUSTER, namespace clave, waits for 0 replicas]");
    }
}

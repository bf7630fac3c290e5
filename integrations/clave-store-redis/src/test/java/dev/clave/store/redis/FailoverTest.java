package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** A primary that dies, and what its replica knows when it is promoted. */
@Tag("ci")
class FailoverTest {
    private final EntryKey key = Given.key();

    @Test
    void with_sentinel_what_was_acknowledged_is_there_and_writes_throw_until_a_replica_follows() {
        try (Deployment.Sentinel servers = Deployment.Sentinel.start(Binary.EMBEDDED, 2);
                UnifiedJedis jedis = servers.client()) {
            RedisPinStore store = RedisPinStore.over(jedis);
            assertThat(store).hasToString("RedisPinStore[SENTINEL, namespace clave, waits for 1 replicas]");
            assertThat(store.add(key, Given.entry(1))).isTrue();
            servers.servers()
                    .replicas()
                    .forEach(replica -> Eventually.holds(
                            "both must have it", () -> replica.tell(redis -> redis.exists(Given.name(key)))));
            servers.servers().primary().kill();
            assertThat(thrownBy(() -> store.add(Given.key(), Given.entry(1)))).isIn(Kind.UNREACHABLE, Kind.UNCONFIRMED);
            Eventually.holds(
                    "there must be a new primary",
                    () -> !((RedisSentinelClient) jedis)
                            .getCurrentMaster()
                            .equals(servers.servers().primary().address()));
            Eventually.holds("the client must be with it", () -> isRead(store));
            assertThat(store.read(key).orElseThrow().version()).isEqualTo(1);
            Eventually.holds("the other replica must follow it", () -> added(store));
            assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isTrue();
        }
    }

    @Test
    void with_sentinel_a_write_waits_though_no_replica_is_there_and_throws() {
        try (Deployment servers = Deployment.Sentinel.start(Binary.EMBEDDED, 0);
                UnifiedJedis jedis = servers.client()) {
            RedisPinStore store = RedisPinStore.over(jedis);
            Given.thrown(Kind.UNCONFIRMED, () -> store.add(key, Given.entry(1)));
        }
    }

    @Test
    void in_a_cluster_what_was_acknowledged_is_there_and_writes_throw_for_want_of_a_replica() {
        RedisCluster cluster = RedisCluster.start(Binary.EMBEDDED, 3, true);
        try (Deployment servers = new Deployment.Sharded(cluster);
                UnifiedJedis jedis = servers.client()) {
            RedisPinStore store = RedisPinStore.over(jedis);
            assertThat(store).hasToString("RedisPinStore[CLUSTER, namespace clave, waits for 1 replicas]");
            assertThat(store.add(key, Given.entry(1))).isTrue();
            cluster.primaryOf(Given.name(key)).kill();
            assertThat(thrownBy(() -> store.replace(key, Given.entry(1), Given.entry(2))))
                    .isIn(Kind.UNREACHABLE, Kind.UNCONFIRMED);
            Eventually.holds("its replica must be promoted", () -> isRead(store));
            assertThat(store.read(key).orElseThrow().version()).isEqualTo(1);
            Given.thrown(Kind.UNCONFIRMED, () -> store.replace(key, Given.entry(1), Given.entry(2)));
            store.check();
        }
    }

    private boolean isRead(RedisPinStore store) {
        try {
            return store.read(key).isPresent();
        } catch (RedisStoreException notYet) {
            return false;
        }
    }

    private static boolean added(RedisPinStore store) {
        try {
            return store.add(Given.key(), Given.entry(1));
        } catch (RedisStoreException notYet) {
            return false;
        }
    }

    private static Kind thrownBy(Runnable call) {
        try {
            call.run();
        } catch (RedisStoreException thrown) {
            return thrown.kind();
        }
        throw new AssertionError("it must throw");
    }
}

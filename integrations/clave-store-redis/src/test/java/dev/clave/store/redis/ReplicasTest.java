package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Writes that wait for replicas. */
class ReplicasTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final RedisReplicas servers = RedisReplicas.start(Binary.EMBEDDED, 1);
    private final UnifiedJedis jedis = new Deployment.Standalone(servers.primary()).client();
    private final EntryKey key = Given.key();

    @AfterEach
    void close() {
        jedis.close();
        servers.close();
    }

    @Test
    void a_server_with_a_replica_is_waited_for_unless_the_host_says_otherwise() {
        RedisPinStore store = RedisPinStore.over(jedis);
        assertThat(store).asString().contains("waits for 1 replicas");
        assertThat(store.add(key, Given.entry(1))).isTrue();
        boolean copied = servers.replica().tell(replica -> replica.exists(Given.name(key)));
        assertThat(copied).isTrue();
        assertThat(RedisPinStore.builder(jedis).waitFor(0, SHORT).build())
                .asString()
                .contains("waits for 0 replicas");
    }

    @Test
    @DisplayName("A replica that does not acknowledge in time: the write throws, is not repeated, and may be there")
    void a_frozen_replica() {
        RedisPinStore store = RedisPinStore.builder(jedis).waitFor(1, SHORT).build();
        assertThat(store.add(key, Given.entry(1))).isTrue();
        servers.replica().freeze();
        RedisStoreException told =
                Given.thrown(Kind.UNCONFIRMED, () -> store.replace(key, Given.entry(1), Given.entry(2)));
        assertThat(told).hasMessageContaining("only 0 of 1 replicas");
        assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
        assertThat(store.replace(key, Given.entry(1), Given.entry(3)))
                .as("false needs no replica: nothing was written")
                .isFalse();
        servers.replica().thaw();
        assertThat(store.replace(key, Given.entry(2), Given.entry(3))).isTrue();
    }

    @Test
    void more_replicas_than_there_are_is_warned_of_at_the_start_and_throws() {
        try (Logged log = new Logged()) {
            RedisPinStore store = RedisPinStore.builder(jedis).waitFor(2, SHORT).build();
            assertThat(log.warnings()).hasSize(1).first().asString().contains("every write will throw");
            Given.thrown(Kind.UNCONFIRMED, () -> store.add(key, Given.entry(1)));
        }
    }

    @Test
    void a_wait_that_is_not_permitted_is_no_success() {
        servers.primary().tell(redis -> redis.aclSetUser("default", "-wait"));
        RedisPinStore store = RedisPinStore.over(jedis);
        assertThat(Given.thrown(Kind.UNCONFIRMED, () -> store.add(key, Given.entry(1))))
                .hasMessageContaining("WAIT failed with NOPERM");
    }

    @Test
    void a_server_that_asks_for_more_replicas_than_it_has_refuses() {
        RedisPinStore store = RedisPinStore.over(jedis);
        servers.primary().tell(redis -> redis.configSet("min-replicas-to-write", "2"));
        assertThat(Given.thrown(Kind.REFUSED, () -> store.add(key, Given.entry(1))))
                .hasMessageContaining("NOREPLICAS");
        assertThat(store.read(key)).isEmpty();
    }

    @Test
    void a_primary_that_has_become_a_replica_refuses_and_is_told_by_the_next_check() {
        RedisPinStore store = RedisPinStore.over(jedis);
        servers.primary().tell(redis -> redis.replicaof("127.0.0.1", 1));
        assertThat(Given.thrown(Kind.REFUSED, () -> store.add(key, Given.entry(1))))
                .hasMessageContaining("READONLY");
        Given.thrown(Kind.UNSAFE_SERVER, store::check);
    }
}

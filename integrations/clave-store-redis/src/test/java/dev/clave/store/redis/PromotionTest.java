package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** What Redis does not promise, so that nobody reads it into the guide. */
class PromotionTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final RedisProcess primary = opened(RedisProcess.fit(Binary.EMBEDDED));
    private final Proxy link = opened(new Proxy(primary.address()));
    /** It follows through the proxy, which can break. */
    private final RedisProcess cutOff = replicaOf(link.address().getPort());

    private final UnifiedJedis jedis = opened(new Deployment.Standalone(primary).client());
    private final EntryKey key = Given.key();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(0, each);
        return each;
    }

    private RedisProcess replicaOf(int port) {
        RedisProcess replica = opened(RedisProcess.fit(Binary.EMBEDDED, "--replicaof", "127.0.0.1", "" + port));
        Eventually.holds(
                "the replica must be in step",
                () -> replica.tell(redis -> redis.info("replication")).contains("master_link_status:up"));
        return replica;
    }

    /** An entry that is on both, then one that only the primary has, for the link is broken. */
    private boolean replacedBehindItsBack(RedisPinStore store) {
        store.add(key, Given.entry(1));
        Eventually.holds("the replica must have it", () -> cutOff.tell(redis -> redis.exists(Given.name(key))));
        link.close();
        return store.replace(key, Given.entry(1), Given.entry(2));
    }

    private RedisPinStore promoted() {
        primary.kill();
        cutOff.tell(redis -> redis.replicaofNoOne());
        return RedisPinStore.over(opened(new Deployment.Standalone(cutOff).client()));
    }

    @Test
    @DisplayName("A promotion loses a write that was acknowledged without WAIT: the PIN used by it can be used again")
    void without_wait() {
        RedisPinStore store = RedisPinStore.builder(jedis).waitFor(0, SHORT).build();
        assertThat(replacedBehindItsBack(store)).isTrue();
        RedisPinStore after = promoted();
        assertThat(after.read(key).orElseThrow().version()).isEqualTo(1);
        assertThat(after.replace(key, Given.entry(1), Given.entry(3))).isTrue();
    }

    @Test
    @DisplayName(
            "With WAIT 1 and one replica the same write is not acknowledged, and what was is there after a promotion")
    void with_wait() {
        RedisPinStore store = RedisPinStore.builder(jedis).waitFor(1, SHORT).build();
        Given.thrown(Kind.UNCONFIRMED, () -> replacedBehindItsBack(store));
        assertThat(promoted().read(key).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "With WAIT 1 and two replicas an acknowledged write is lost when the one that had not got it is promoted")
    void with_wait_and_the_wrong_replica() {
        replicaOf(primary.address().getPort());
        RedisPinStore store = RedisPinStore.builder(jedis).waitFor(1, SHORT).build();
        assertThat(replacedBehindItsBack(store)).isTrue();
        assertThat(promoted().read(key).orElseThrow().version()).isEqualTo(1);
    }
}

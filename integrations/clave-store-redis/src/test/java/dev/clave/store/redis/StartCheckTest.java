package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ClientKillParams;

/** What a store looks at before it trusts a server with entries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartCheckTest {
    private final RedisProcess server = RedisProcess.fit(Binary.EMBEDDED);
    private final Deployment deployment = new Deployment.Standalone(server);
    private final UnifiedJedis jedis = deployment.client();

    @AfterEach
    void fitAgain() {
        set("maxmemory-policy", "noeviction");
        set("maxmemory", "0");
        set("appendonly", "yes");
        server.tell(redis -> redis.replicaofNoOne());
    }

    @AfterAll
    void close() {
        jedis.close();
        server.close();
    }

    private void set(String name, String value) {
        server.tell(redis -> redis.configSet(name, value));
    }

    private RedisStoreException refused() {
        return Given.thrown(Kind.UNSAFE_SERVER, () -> RedisPinStore.over(jedis));
    }

    @ParameterizedTest(name = "P07 {0} is refused, with and without a limit, and says what to set")
    @ValueSource(
            strings = {
                "volatile-ttl",
                "volatile-lru",
                "volatile-lfu",
                "volatile-random",
                "allkeys-lru",
                "allkeys-lfu",
                "allkeys-random"
            })
    void evicting(String policy) {
        set("maxmemory-policy", policy);
        for (String limit : new String[] {"0", "100mb"}) {
            set("maxmemory", limit);
            assertThat(refused())
                    .hasMessageContaining(policy)
                    .hasMessageContaining("set maxmemory-policy noeviction")
                    .hasMessageContaining("accept Risk.EVICTION");
        }
        try (Logged log = new Logged()) {
            RedisPinStore.builder(jedis).accept(Risk.EVICTION).build().check();
            assertThat(log.warnings()).hasSize(1).first().asString().contains("accepted Risk.EVICTION", policy);
        }
    }

    @Test
    @DisplayName("P07 noeviction with an append-only file is accepted, with nothing to warn of")
    void fit() {
        try (Logged log = new Logged()) {
            RedisPinStore store = RedisPinStore.over(jedis);
            store.check();
            assertThat(log.warnings()).isEmpty();
            assertThat(store).hasToString("RedisPinStore[STANDALONE, namespace clave, waits for 0 replicas]");
        }
    }

    @Test
    @DisplayName("P07 a server without an append-only file is refused, snapshots or not")
    void not_persistent() {
        set("appendonly", "no");
        for (String snapshots : new String[] {"", "60 1"}) {
            set("save", snapshots);
            assertThat(refused())
                    .hasMessageContaining("set appendonly yes")
                    .hasMessageContaining("accept Risk.NO_PERSISTENCE");
        }
        set("save", "");
        try (Logged log = new Logged()) {
            RedisPinStore.builder(jedis).accept(Risk.NO_PERSISTENCE).build();
            assertThat(log.warnings()).hasSize(1).first().asString().contains("accepted Risk.NO_PERSISTENCE");
        }
    }

    @Test
    @DisplayName("P07 all that is wrong is told in one message, and a risk that was not accepted stays refused")
    void all_at_once() {
        set("appendonly", "no");
        set("maxmemory-policy", "allkeys-lru");
        assertThat(refused()).hasMessageContaining("noeviction").hasMessageContaining("appendonly yes");
        assertThat(Given.thrown(
                        Kind.UNSAFE_SERVER,
                        () -> RedisPinStore.builder(jedis).accept(Risk.EVICTION).build()))
                .hasMessageContaining("appendonly yes")
                .hasMessageNotContaining("noeviction");
        RedisPinStore.builder(jedis)
                .accept(Risk.EVICTION, Risk.NO_PERSISTENCE)
                .build()
                .check();
    }

    @Test
    void a_replica_is_refused_whatever_is_accepted() {
        server.tell(redis -> redis.replicaof("127.0.0.1", 1));
        assertThat(Given.thrown(
                        Kind.UNSAFE_SERVER,
                        () -> RedisPinStore.builder(jedis).accept(Risk.values()).build()))
                .hasMessageContaining("replica");
    }

    @Test
    void a_clock_that_is_off_is_refused_whatever_is_accepted() {
        for (Duration off : new Duration[] {Duration.ofSeconds(121), Duration.ofSeconds(-121)}) {
            InstantSource clock = InstantSource.fixed(Instant.now().plus(off));
            assertThat(Given.thrown(
                            Kind.UNSAFE_SERVER,
                            () -> RedisPinStore.builder(jedis)
                                    .accept(Risk.values())
                                    .clock(clock)
                                    .build()))
                    .hasMessageContaining("clock");
        }
        InstantSource bearable = InstantSource.fixed(Instant.now().plusSeconds(110));
        RedisPinStore.builder(jedis).clock(bearable).build();
    }

    private UnifiedJedis as(String user) {
        UnaryOperator<DefaultJedisClientConfig.Builder> login =
                config -> config.user(user).password("pw");
        return deployment.client(login);
    }

    @Test
    @DisplayName("P07 a server that may not be asked is refused, unless everything is accepted")
    void not_to_be_asked() {
        server.tell(redis -> redis.aclSetUser("mute", "on", ">pw", "~*", "+@all", "-info"));
        try (UnifiedJedis mute = as("mute");
                Logged log = new Logged()) {
            assertThat(Given.thrown(Kind.UNSAFE_SERVER, () -> RedisPinStore.over(mute)))
                    .hasMessageContaining("does not tell")
                    .hasMessageContaining("INFO");
            Given.thrown(
                    Kind.UNSAFE_SERVER,
                    () -> RedisPinStore.builder(mute).accept(Risk.EVICTION).build());
            assertThat(Given.thrown(
                            Kind.UNSAFE_SERVER,
                            () -> RedisPinStore.builder(mute)
                                    .accept(Risk.values())
                                    .accept(Risk.EVICTION, Risk.EVICTION)
                                    .build()))
                    .hasMessageContaining("say with waitFor(…)");
            RedisPinStore store = RedisPinStore.builder(mute)
                    .accept(Risk.values())
                    .waitFor(0, Duration.ofSeconds(1))
                    .build();
            assertThat(log.warnings())
                    .hasSize(2)
                    .allMatch(line -> line.toString().contains("does not tell"));
            assertThat(store.read(Given.key())).isEmpty();
        }
    }

    @Test
    void the_commands_of_the_guide_are_enough() {
        server.tell(redis -> redis.aclSetUser(
                "clave", "on", ">pw", "~clave:*", "-@all", "+getrange", "+evalsha", "+eval", "+set", "+wait", "+info"));
        try (UnifiedJedis clave = as("clave")) {
            RedisPinStore store = RedisPinStore.builder(clave)
                    .waitFor(0, Duration.ofSeconds(1))
                    .build();
            assertThat(store.add(Given.key(), Given.entry(1))).isTrue();
            RedisPinStore elsewhere =
                    RedisPinStore.builder(clave).namespace("other").build();
            assertThat(Given.thrown(Kind.REFUSED, () -> elsewhere.read(Given.key())))
                    .hasMessageContaining("NOPERM");
        }
    }

    @Test
    @DisplayName("P07 what was fit at the start and is so no longer is told by the next check")
    void checked_again() {
        RedisPinStore store = RedisPinStore.over(jedis);
        set("maxmemory-policy", "volatile-ttl");
        Given.thrown(Kind.UNSAFE_SERVER, store::check);
    }

    @Test
    void a_password_that_is_wrong_and_one_that_is_missing_are_told() {
        try (UnifiedJedis stranger = as("nobody")) {
            assertThat(Given.thrown(Kind.REFUSED, () -> RedisPinStore.over(stranger)))
                    .hasMessageContaining("WRONGPASS");
        }
        assertThatThrownBy(() -> RedisPinStore.builder(jedis).waitFor(-1, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RedisPinStore.builder(jedis).waitFor(1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_password_that_was_changed_meanwhile_is_told_and_nothing_is_sent() {
        server.tell(redis -> redis.aclSetUser("guest", "on", ">pw", "~*", "+@all"));
        try (UnifiedJedis guest = as("guest")) {
            RedisPinStore store = RedisPinStore.over(guest);
            server.tell(redis -> redis.aclSetUser("guest", "resetpass", ">other"));
            server.tell(redis ->
                    redis.clientKill(ClientKillParams.clientKillParams().user("guest")));
            Given.thrown(Kind.UNCONFIRMED, () -> store.add(Given.key(), Given.entry(1)));
            assertThat(Given.thrown(Kind.REFUSED, () -> store.add(Given.key(), Given.entry(1))))
                    .hasMessageContaining("WRONGPASS");
        }
    }
}

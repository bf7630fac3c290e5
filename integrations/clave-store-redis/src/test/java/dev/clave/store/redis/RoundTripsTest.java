package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.Clave;
import dev.clave.Granted;
import dev.clave.LoginHandle;
import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import dev.clave.store.tests.Office;
import dev.clave.testkit.FakePeople;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.UnifiedJedis;

/** What goes to the server, and how often. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final EntryKey key = Given.key();
    private RedisReplicas servers;
    private Deployment deployment;
    private Monitor monitor;

    RoundTripsTest() {
        servers = RedisReplicas.start(Binary.EMBEDDED, 1);
        deployment = new Deployment.Standalone(servers.primary());
        monitor = new Monitor(servers.primary());
    }

    @BeforeAll
    void knowsTheScript() {
        try (UnifiedJedis jedis = deployment.client()) {
            RedisPinStore.over(jedis).add(Given.key(), Given.entry(1));
        }
    }

    @AfterAll
    void close() {
        monitor.close();
        servers.close();
    }

    @AfterEach
    void forgets() {
        servers.primary().tell(jedis -> jedis.del(Given.name(key)));
    }

    @Test
    void a_read_is_one_command_and_a_write_is_one() {
        try (UnifiedJedis jedis = deployment.client()) {
            RedisPinStore store =
                    RedisPinStore.builder(jedis).waitFor(0, SECOND).build();
            monitor.commands();
            store.read(key);
            assertThat(monitor.commands()).containsExactly("GETRANGE");
            store.add(key, Given.entry(1));
            assertThat(monitor.commands()).containsExactly("EVALSHA");
            store.replace(key, Given.entry(1), Given.entry(2));
            assertThat(monitor.commands()).containsExactly("EVALSHA");
        }
    }

    @Test
    void each_step_of_a_login_is_one_read_and_one_write_and_garbage_is_neither() {
        try (UnifiedJedis jedis = deployment.client()) {
            Office office =
                    new Office(RedisPinStore.builder(jedis).waitFor(0, SECOND).build());
            Clave clave = office.node(0);
            monitor.commands();
            LoginHandle login = office.open(0, FakePeople.ANA);
            assertThat(monitor.commands()).as("identify").containsExactly("GETRANGE", "EVALSHA");
            clave.obtainPin(login);
            assertThat(monitor.commands()).as("obtain").containsExactly("GETRANGE", "EVALSHA");
            String pin = office.pinOf(FakePeople.ANA);
            clave.verify(login, Office.wrongPins(pin, 1).get(0));
            assertThat(monitor.commands()).as("a wrong PIN").containsExactly("GETRANGE", "EVALSHA");
            assertThat(clave.verify(login, pin)).isInstanceOf(Granted.class);
            assertThat(monitor.commands()).as("verify").containsExactly("GETRANGE", "EVALSHA");
            clave.verify(login, pin);
            assertThat(monitor.commands()).as("the same PIN again").containsExactly("GETRANGE");
            clave.verify(LoginHandle.of("garbage"), pin);
            assertThat(monitor.commands()).as("garbage").isEmpty();
        }
    }

    @Test
    void a_write_that_waits_sends_the_wait_at_once_over_the_same_connection() {
        Proxies proxies = new Proxies();
        try (proxies;
                UnifiedJedis jedis = deployment.client(proxies)) {
            RedisPinStore store = RedisPinStore.over(jedis);
            store.read(key);
            monitor.commands();
            proxies.each(proxy -> proxy.carryOnlyTogether("EVALSHA", "WAIT"));
            assertThat(store.add(key, Given.entry(1))).isTrue();
            assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isTrue();
            assertThat(monitor.commands()).containsExactly("EVALSHA", "WAIT", "EVALSHA", "WAIT");
        }
    }

    @Test
    @DisplayName("P10 a write whose answer was lost was sent once, and is not sent again")
    void a_write_that_threw_is_not_repeated() {
        Proxies proxies = new Proxies();
        try (proxies;
                UnifiedJedis jedis = deployment.client(proxies)) {
            RedisPinStore store = RedisPinStore.over(jedis);
            monitor.commands();
            proxies.each(proxy -> proxy.loseAnswersTo("EVAL"));
            Given.thrown(Kind.UNCONFIRMED, () -> store.add(key, Given.entry(1)));
            assertThat(monitor.commands()).containsExactly("EVALSHA", "WAIT");
            assertThat(proxies.lost()).isEqualTo(1);
            assertThat(store.read(key)).isPresent();
        }
    }

    @Test
    @DisplayName("P10 a script that the server forgot is sent once more, for it was not executed")
    void a_script_that_was_forgotten() {
        try (UnifiedJedis jedis = deployment.client()) {
            RedisPinStore store =
                    RedisPinStore.builder(jedis).waitFor(0, SECOND).build();
            jedis.scriptFlush();
            monitor.commands();
            assertThat(store.add(key, Given.entry(1))).isTrue();
            assertThat(store.add(key, Given.entry(1))).isFalse();
            assertThat(monitor.commands()).containsExactly("EVALSHA", "EVAL", "EVALSHA");
            jedis.scriptFlush();
            assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isTrue();
            jedis.scriptFlush();
            assertThat(store.replace(key, Given.entry(1), Given.entry(3))).isFalse();
            assertThat(store.read(key).orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("P10 a forgotten script whose second answer is lost is not sent a third time")
    void a_script_that_was_forgotten_and_lost() {
        Proxies proxies = new Proxies();
        try (proxies;
                UnifiedJedis jedis = deployment.client(proxies)) {
            RedisPinStore store =
                    RedisPinStore.builder(jedis).waitFor(0, SECOND).build();
            jedis.scriptFlush();
            monitor.commands();
            proxies.each(proxy -> proxy.loseAnswersTo("EVAL\r"));
            Given.thrown(Kind.UNCONFIRMED, () -> store.add(key, Given.entry(1)));
            assertThat(monitor.commands()).containsExactly("EVALSHA", "EVAL");
        }
    }
}

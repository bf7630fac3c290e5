package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clave.AccessOutcome;
import dev.clave.ClaveUnavailableException;
import dev.clave.Denied;
import dev.clave.Granted;
import dev.clave.Reason;
import dev.clave.Socket;
import dev.clave.WrongPin;
import dev.clave.spi.AuditEvent.AccessGranted;
import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.redis.RedisStoreException.Kind;
import dev.clave.store.tests.Office;
import dev.clave.store.tests.Office.Ready;
import dev.clave.testkit.FakePeople;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Logins while the server is full, emptied, forgetful, busy or gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenServerTest {
    private final RedisProcess server = RedisProcess.fit(Binary.EMBEDDED);
    private final Deployment deployment = new Deployment.Standalone(server);
    private final UnifiedJedis jedis = deployment.client();
    private final Office office = new Office(RedisPinStore.over(jedis), RedisPinStore.over(jedis));

    @AfterEach
    void emptied() {
        limit("0");
        jedis.flushAll();
    }

    @AfterAll
    void close() {
        jedis.close();
        server.close();
    }

    private void limit(String memory) {
        server.tell(redis -> redis.configSet("maxmemory", memory));
    }

    /** The call ends closed, and what is thrown names the socket and no more. */
    private static void closed(ThrowingCallable call) {
        ClaveUnavailableException thrown = catchThrowableOfType(ClaveUnavailableException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.socket()).isEqualTo(Socket.STORE);
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).doesNotContain("OOM", "memory", "clave:", "127.0.0.1", "script:");
    }

    @Test
    @DisplayName("P08 a server that is full: every step ends closed, with no text of the server's, and nothing is lost")
    void full() {
        Ready login = office.ready(FakePeople.ANA);
        limit("1");
        try (Logged log = new Logged()) {
            closed(() -> office.node(0).verify(login.handle(), login.pin()));
            closed(() -> office.open(0, FakePeople.HUGO));
            assertThat(log.warnings())
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("OOM", "give it more memory"));
        }
        assertThat(office.audit.all(AccessGranted.class)).isEmpty();
        limit("0");
        assertThat(office.node(0).verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("P11 a server that is emptied in the middle of a login: no live login survives, and nothing is thrown")
    void emptied_in_the_middle() {
        Ready login = office.ready(FakePeople.ANA);
        jedis.flushAll();
        AccessOutcome outcome = office.node(1).verify(login.handle(), login.pin());
        assertThat(outcome).isEqualTo(new Denied(Reason.NOT_CURRENT));
        assertThat(office.logIn(FakePeople.ANA)).isInstanceOf(Granted.class);
    }

    @Test
    @DisplayName("P12 a PIN whose key has lost its expiry is dead when its ten minutes are over")
    void persisted() {
        Ready login = office.ready(FakePeople.ANA);
        jedis.keys("clave:*").forEach(jedis::persist);
        office.later(Duration.ofMinutes(10));
        assertThat(office.node(0).verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.PIN_EXPIRED));
    }

    @Test
    @DisplayName("P10 a script forgotten before each step: one grant, and each wrong PIN is charged once")
    void script_forgotten() {
        Ready login = office.ready(FakePeople.CAROL);
        List<String> wrong = Office.wrongPins(login.pin(), 2);
        for (int i = 0; i < 2; i++) {
            jedis.scriptFlush();
            assertThat(office.node(i).verify(login.handle(), wrong.get(i))).isEqualTo(new WrongPin(2 - i));
        }
        jedis.scriptFlush();
        assertThat(office.node(0).verify(login.handle(), login.pin())).isInstanceOf(Granted.class);
        jedis.scriptFlush();
        assertThat(office.node(1).verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.ALREADY_USED));
    }

    @Test
    @DisplayName("P10 a grant whose write lost its answer is not given, and the PIN is spent")
    void answer_lost() {
        Proxies proxies = new Proxies();
        try (proxies;
                UnifiedJedis proxied = deployment.client(proxies)) {
            RedisPinStore plain = RedisPinStore.over(jedis);
            Office unlucky = new Office(RedisPinStore.over(proxied), plain);
            Ready login = unlucky.ready(FakePeople.ANA);
            proxies.each(proxy -> proxy.loseAnswersTo("EVAL"));
            closed(() -> unlucky.node(0).verify(login.handle(), login.pin()));
            assertThat(unlucky.audit.all(AccessGranted.class)).isEmpty();
            assertThat(unlucky.node(1).verify(login.handle(), login.pin())).isEqualTo(new Denied(Reason.ALREADY_USED));
        }
    }

    @Test
    @DisplayName("P10 a server that is reading its data after a start refuses, and serves when it has")
    void loading() {
        RedisProcess old = RedisProcess.start(Binary.EMBEDDED, "--save", "", "--rdbcompression", "no");
        EntryKey key = Given.key();
        byte[] large = new byte[1_000_000];
        for (int i = 0; i < 30; i++) {
            byte[] name = {(byte) i};
            old.tell(redis -> redis.set(name, large));
        }
        old.tell(redis -> redis.save());
        old.kill();
        int port = RedisProcess.freePort();
        try (RedisProcess busy = RedisProcess.launch(
                        Binary.EMBEDDED, old.folder(), port, "--save", "", "--key-load-delay", "100000");
                UnifiedJedis client = new Deployment.Standalone(busy).client()) {
            Eventually.holds("it must be loading", () -> code(client).equals("LOADING"));
            RedisPinStoreBuilder builder = RedisPinStore.builder(client).accept(Risk.NO_PERSISTENCE);
            assertThat(Given.thrown(Kind.UNSAFE_SERVER, builder::build)).hasMessageContaining("reading its data");
            RedisPinStore store = new RedisPinStore(
                    Server.behind(client),
                    "clave",
                    new Replicas(0, Replicas.DEFAULT_TIMEOUT),
                    new ServerCheck(EnumSet.allOf(Risk.class), InstantSource.system()));
            StoredEntry first = Given.entry(1);
            assertThat(Given.thrown(Kind.REFUSED, () -> store.add(key, first))).hasMessageContaining("LOADING");
            assertThat(Given.thrown(Kind.REFUSED, () -> store.read(key))).hasMessageContaining("LOADING");
            Eventually.holds("it must have loaded", () -> code(client).equals("OK"));
            assertThat(store.read(key)).isEmpty();
            assertThat(store.add(key, first)).isTrue();
        }
    }

    private static String code(UnifiedJedis client) {
        try {
            client.get("anything");
            return "OK";
        } catch (JedisDataException refused) {
            return Failures.code(refused);
        } catch (JedisException notYet) {
            return "NONE";
        }
    }
}

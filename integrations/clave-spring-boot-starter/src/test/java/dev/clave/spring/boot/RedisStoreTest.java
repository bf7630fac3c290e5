package dev.clave.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.clave.spi.PinStore;
import dev.clave.store.redis.RedisPinStore;
import dev.clave.testkit.FakePinStore;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** The logins in Redis, when the application asks for that. */
class RedisStoreTest {
    @TempDir
    static Path folder;

    private static RedisProcess server;

    @BeforeAll
    static void start() {
        server = RedisProcess.start(folder, "--appendonly", "yes");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApplicationContextRunner redis() {
        return Host.complete().withPropertyValues("clave.store.type=redis", "clave.nodes=2");
    }

    private static String told(AssertableApplicationContext context) {
        assertThat(context).hasFailed();
        return Host.told(context.getStartupFailure());
    }

    @Test
    void logins_are_in_the_server_of_the_url_and_its_connections_end_with_the_application() {
        long before = server.clients();
        redis().withPropertyValues("clave.store.redis.url=" + server.url(), "clave.store.redis.namespace=office")
                .run(context -> {
                    assertThat(context).hasSingleBean(RedisPinStore.class).hasSingleBean(RedisClient.class);
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(server.clients()).isGreaterThan(before);
                    try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                        assertThat(jedis.keys("office:*")).isNotEmpty();
                    }
                });
        await().atMost(Duration.ofSeconds(20)).until(() -> server.clients() <= before);
    }

    @Test
    void a_client_of_the_applications_own_is_taken_and_a_store_of_its_own_wins() {
        redis().withBean(UnifiedJedis.class, () -> RedisClient.create("127.0.0.1", server.port()))
                .run(context -> {
                    assertThat(Host.logsIn(context)).isTrue();
                    assertThat(context).hasSingleBean(UnifiedJedis.class);
                });
        redis().withBean(PinStore.class, FakePinStore::new)
                .run(context ->
                        assertThat(context).doesNotHaveBean(RedisPinStore.class).hasNotFailed());
    }

    @Test
    void without_an_address_or_with_several_clients_it_is_told_what_to_do() {
        redis().run(context ->
                assertThat(told(context)).contains("nothing says where Redis is", "Set clave.store.redis.url"));
        redis().withBean("one", UnifiedJedis.class, () -> RedisClient.create("127.0.0.1", server.port()))
                .withBean("two", UnifiedJedis.class, () -> RedisClient.create("127.0.0.1", server.port()))
                .run(context ->
                        assertThat(told(context)).contains("more than one bean of type UnifiedJedis", "@Primary"));
    }

    @Test
    void an_address_that_is_none_is_told_and_its_password_is_not() {
        for (String url : new String[] {
            "127.0.0.1:6379",
            "http://u:geheim@redis.example:6379",
            "redis://u:geheim@redis.example",
            "redis://u:gehe im@x:1",
            ""
        }) {
            redis().withPropertyValues("clave.store.redis.url=" + url)
                    .run(context -> assertThat(told(context))
                            .contains("clave.store.redis.url is no address of a Redis", "redis://redis.example:6379")
                            .doesNotContain("geheim", "gehe im"));
        }
    }

    @Test
    void a_server_that_is_down_is_told() {
        redis().withPropertyValues("clave.store.redis.url=redis://u:geheim@127.0.0.1:1")
                .run(context -> assertThat(told(context))
                        .contains(
                                "Redis cannot keep the logins: UNREACHABLE",
                                "See to Redis and to clave.store.redis.url")
                        .doesNotContain("geheim"));
    }

    @Test
    void a_server_that_forgets_is_refused_unless_that_is_accepted(@TempDir Path other) {
        try (RedisProcess forgetful =
                RedisProcess.start(other, "--appendonly", "no", "--maxmemory-policy", "allkeys-lru")) {
            redis().withPropertyValues("clave.store.redis.url=" + forgetful.url())
                    .run(context -> assertThat(told(context))
                            .contains("appendonly yes", "maxmemory-policy noeviction", "clave.store.redis.accept"));
            redis().withPropertyValues(
                            "clave.store.redis.url=" + forgetful.url(),
                            "clave.store.redis.accept=eviction,NO_PERSISTENCE")
                    .run(context -> assertThat(Host.logsIn(context)).isTrue());
        }
    }

    @Test
    void settings_that_are_none_are_told() {
        for (String setting : new String[] {"accept=all", "namespace={a}", "replicas=-1"}) {
            redis().withPropertyValues("clave.store.redis.url=" + server.url(), "clave.store.redis." + setting)
                    .run(context -> assertThat(told(context)).contains("clave.store.redis: "));
        }
    }

    @Test
    void replicas_that_are_not_there_close_the_login() {
        redis().withPropertyValues(
                        "clave.store.redis.url=" + server.url(),
                        "clave.store.redis.replicas=1",
                        "clave.store.redis.replica-timeout=10ms")
                .run(context -> assertThat(context.getBean(RedisPinStore.class))
                        .hasToString("RedisPinStore[STANDALONE, namespace clave, waits for 1 replicas]"));
    }
}

package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** What is found on servers that tests cannot start. */
class ServerCheckTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.ofEpochSecond(1_800_000_000));

    /** What a server that is fit to be used tells of itself, and what it is changed to. */
    private static String info(String... changes) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "redis_version", "7.2.4",
                "role", "master",
                "server_time_usec", "1800000000000000",
                "maxmemory_policy", "noeviction",
                "aof_enabled", "1",
                "loading", "0",
                "cluster_enabled", "0",
                "connected_slaves", "2"));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        StringBuilder text = new StringBuilder("# Everything\r\n\r\nnonsense\r\n");
        fields.forEach(
                (name, value) -> text.append(name).append(':').append(value).append("\r\n"));
        return text.toString();
    }

    private static ServerCheck.Found check(Set<Risk> accepted, String... infos) {
        return new ServerCheck(accepted, NOW).check(new Told(() -> List.of(infos)));
    }

    private static RedisStoreException refused(Set<Risk> accepted, String... infos) {
        return Given.thrown(Kind.UNSAFE_SERVER, () -> check(accepted, infos));
    }

    private static final Set<Risk> NONE = EnumSet.noneOf(Risk.class);
    private static final Set<Risk> ALL = EnumSet.allOf(Risk.class);

    @ParameterizedTest
    @ValueSource(strings = {"6.2.0", "6.2.11", "7.0.15", "7.4.1", "8.0.0", "10.0.0", "255.255.255"})
    void versions_that_can_set_an_entry_with_its_expiry(String version) {
        assertThat(check(NONE, info("redis_version", version)).replicas()).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.8.19", "5.0.14", "6.0.16"})
    void versions_that_cannot_are_refused_whatever_is_accepted(String version) {
        assertThat(refused(ALL, info("redis_version", version))).hasMessageContaining("6.2");
    }

    @ParameterizedTest
    @CsvSource({
        "redis_version, its version",
        "role, its role",
        "server_time_usec, its time",
        "maxmemory_policy, its maxmemory-policy",
        "aof_enabled, whether it is persistent"
    })
    void what_is_not_told_is_refused_unless_everything_is_accepted(String field, String told) {
        for (String odd : new String[] {"", "?", "<script>"}) {
            assertThat(refused(EnumSet.of(Risk.EVICTION), info(field, odd)))
                    .hasMessageContaining("does not tell " + told)
                    .hasMessageNotContaining("script");
            assertThat(check(ALL, info(field, odd)).warnings()).hasSize(1);
        }
    }

    @Test
    void one_bad_primary_is_enough() {
        assertThat(refused(NONE, info(), info("aof_enabled", "0"), info("maxmemory_policy", "allkeys-lru")))
                .hasMessageContaining("appendonly")
                .hasMessageContaining("noeviction");
    }

    @Test
    void the_primary_with_most_replicas_counts() {
        assertThat(check(
                                NONE,
                                info("connected_slaves", "0"),
                                info("connected_slaves", "1"),
                                info("connected_slaves", "0"))
                        .replicas())
                .hasValue(1);
    }

    @Test
    void one_that_is_reading_its_data_is_refused() {
        assertThat(refused(ALL, info("loading", "1"))).hasMessageContaining("reading its data");
    }

    @Test
    void what_the_driver_throws_is_told_without_its_text() {
        ServerCheck check = new ServerCheck(ALL, NOW);
        assertThat(Given.thrown(
                        Kind.UNREACHABLE,
                        () -> check.check(new Told(() -> {
                            throw new JedisConnectionException("secret");
                        }))))
                .hasMessageNotContaining("secret");
        assertThat(Given.thrown(
                        Kind.REFUSED,
                        () -> check.check(new Told(() -> {
                            throw new JedisDataException("LOADING secret");
                        }))))
                .hasMessageContaining("LOADING")
                .hasMessageNotContaining("secret");
    }

    private interface Telling {
        List<String> infos();
    }

    /** A server of which only INFO is asked. */
    private record Told(Telling telling) implements Server {
        @Override
        public Mode mode() {
            return Mode.STANDALONE;
        }

        @Override
        public <T> T read(CommandObject<T> command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pipeline connect(byte[] key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pipeline follow(JedisMovedDataException moved, byte[] key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> info() {
            return telling.infos();
        }
    }
}

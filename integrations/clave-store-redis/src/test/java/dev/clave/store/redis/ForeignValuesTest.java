package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.spi.EntryKey;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;

/** What somebody else wrote under our keys. */
class ForeignValuesTest {
    private final UnifiedJedis jedis = Servers.embedded().client();
    private final RedisPinStore store = RedisPinStore.over(jedis);
    private final EntryKey key = Given.key();
    private final String name = Given.name(key);

    @AfterEach
    void close() {
        jedis.del(name);
        jedis.close();
    }

    private static BiConsumer<UnifiedJedis, String> bytes(byte[] value) {
        return (jedis, name) -> jedis.set(name.getBytes(UTF_8), value);
    }

    private static byte[] serialized() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(List.of("a", "stream", "of", "Java"));
        }
        return bytes.toByteArray();
    }

    private static byte[] newer() {
        byte[] entry = Layout.encode(Given.entry(1));
        entry[0] = Layout.FORMAT + 1;
        return entry;
    }

    static Stream<Arguments> values() throws IOException {
        byte[] entry = Layout.encode(Given.entry(1));
        return Stream.<Map.Entry<String, BiConsumer<UnifiedJedis, String>>>of(
                        Map.entry("a stream of Java objects", bytes(serialized())),
                        Map.entry("text", bytes("hello, this is text, and not so short".getBytes(UTF_8))),
                        Map.entry("10 MB of text", bytes("x".repeat(10_000_000).getBytes(UTF_8))),
                        Map.entry("10 MB that begin like an entry", bytes(Arrays.copyOf(entry, 10_000_000))),
                        Map.entry("one byte too many", bytes(Arrays.copyOf(entry, Layout.LARGEST + 1))),
                        Map.entry("one byte of an entry", bytes(Arrays.copyOf(entry, 1))),
                        Map.entry("an entry cut in its head", bytes(Arrays.copyOf(entry, 9))),
                        Map.entry("an entry cut before its content", bytes(Arrays.copyOf(entry, Layout.HEADER - 1))),
                        Map.entry("a newer format", bytes(newer())),
                        Map.entry("a number", (jedis, name) -> jedis.incr(name)),
                        Map.entry("a list", (jedis, name) -> jedis.rpush(name, "a")),
                        Map.entry("a set", (jedis, name) -> jedis.sadd(name, "a")),
                        Map.entry("a sorted set", (jedis, name) -> jedis.zadd(name, 1, "a")),
                        Map.entry("a hash", (jedis, name) -> jedis.hset(name, "a", "b")),
                        Map.entry(
                                "a stream",
                                (jedis, name) -> jedis.xadd(name, StreamEntryID.NEW_ENTRY, Map.of("a", "b"))))
                .map(value -> Arguments.of(value.getKey(), value.getValue()));
    }

    @ParameterizedTest(name = "P16 {0} is told as malformed by every method, and left as it is")
    @MethodSource("values")
    void is_left_alone(String what, BiConsumer<UnifiedJedis, String> write) {
        write.accept(jedis, name);
        byte[] before = jedis.dump(name);

        RedisStoreException told = Given.thrown(Kind.MALFORMED_ENTRY, () -> store.read(key));
        Given.thrown(Kind.MALFORMED_ENTRY, () -> store.add(key, Given.entry(1)));
        Given.thrown(Kind.MALFORMED_ENTRY, () -> store.replace(key, Given.entry(1), Given.entry(2)));

        assertThat(told).hasMessageNotContaining(key.hex()).hasMessageContaining("left as it is");
        assertThat(jedis.dump(name)).as(what).isEqualTo(before);
    }

    @Test
    @DisplayName("P16 an empty text, which a read cannot tell from nothing, is not overwritten either")
    void an_empty_text() {
        jedis.set(name, "");
        assertThat(store.read(key)).isEmpty();
        Given.thrown(Kind.MALFORMED_ENTRY, () -> store.add(key, Given.entry(1)));
        assertThat(store.replace(key, Given.entry(1), Given.entry(2))).isFalse();
        assertThat(jedis.get(name)).isEmpty();
    }

    @Test
    @DisplayName("10 MB put there by hand do not travel")
    void what_is_large_stays_there() {
        jedis.set(name, "x".repeat(10_000_000));
        long before = sent();
        Given.thrown(Kind.MALFORMED_ENTRY, () -> store.read(key));
        Given.thrown(Kind.MALFORMED_ENTRY, () -> store.add(key, Given.entry(1)));
        assertThat(sent() - before).isLessThan(100_000);
    }

    private long sent() {
        return jedis.info("stats")
                .lines()
                .filter(line -> line.startsWith("total_net_output_bytes:"))
                .mapToLong(line -> Long.parseLong(line.split(":", 2)[1].strip()))
                .sum();
    }
}

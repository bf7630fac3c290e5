package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clave.spi.EntryKey;
import dev.clave.spi.StoredEntry;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Keys and entries, and what is expected of a throw. */
final class Given {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Given() {}

    static EntryKey key() {
        return new EntryKey(RANDOM.nextLong(), RANDOM.nextLong());
    }

    static String name(EntryKey key) {
        return "clave:" + key.hex();
    }

    static StoredEntry entry(long version) {
        return entry(version, tomorrow());
    }

    static StoredEntry entry(long version, Instant keepUntil) {
        return StoredEntry.of(version, keepUntil, ("content " + version).getBytes(UTF_8));
    }

    static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The throw of a call, which must be of that kind. */
    static RedisStoreException thrown(Kind kind, ThrowingCallable call) {
        RedisStoreException thrown = catchThrowableOfType(RedisStoreException.class, call);
        assertThat(thrown).isNotNull();
        assertThat(thrown.kind()).isEqualTo(kind);
        assertThat(thrown).hasMessageStartingWith(kind + ": ").hasNoCause();
        assertThat(thrown.getSuppressed()).isEmpty();
        return thrown;
    }
}

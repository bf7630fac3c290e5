package dev.clave.store.redis;

import dev.clave.store.redis.RedisStoreException.Kind;
import java.time.Duration;

/**
 * How many replicas must have a write before it counts.
 *
 * @param count 0 for none
 * @param timeout how long they may take
 */
record Replicas(int count, Duration timeout) {
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(1);

    Replicas {
        // WAIT takes 0 for "as long as it takes".
        if (count < 0 || timeout.toMillis() < 1 || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("wait for 0 or more replicas, for 1 ms to 1 hour");
        }
    }

    boolean any() {
        return count > 0;
    }

    void check(long acknowledged) {
        if (acknowledged < count) {
            throw new RedisStoreException(
                    Kind.UNCONFIRMED,
                    "a write is on the primary, but only " + acknowledged + " of " + count
                            + " replicas had it in time: a promotion could lose it. It was not repeated. See whether"
                            + " the replicas are up and keep up.");
        }
    }
}

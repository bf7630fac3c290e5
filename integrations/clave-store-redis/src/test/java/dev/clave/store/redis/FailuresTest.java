package dev.clave.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clave.store.redis.RedisStoreException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisDataException;

/** What of a server's error is told. */
class FailuresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OOM command not allowed when used memory > 'maxmemory'. script: 1f, on @user_script:4.          | OOM",
                "ERR Error running script (call to f_1f): @user_script:4: @user_script: 4: -OOM command not      | OOM",
                "READONLY You can't write against a read only replica.                                           | READONLY",
                "ERR Error running script (call to f_1f): @user_script: 4: -READONLY You can't write             | READONLY",
                "ERR Error running script (call to f_1f): @user_script: 4: -NOREPLICAS Not enough good replicas  | NOREPLICAS",
                "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist to disk | MISCONF",
                "ERR Error running script: The user executing the script can't run this command or subcommand    | NOPERM",
                "ERR unknown command `EVALSHA`, with args beginning with: `1f`, `1`, `clave:00`                   | ERR",
                "SOMETHING new                                                                                    | ERR"
            })
    void its_code(String text, String code) {
        RedisStoreException told = Failures.refused(new JedisDataException(text));
        assertThat(told.kind()).isEqualTo(Kind.REFUSED);
        assertThat(told)
                .hasMessageStartingWith("REFUSED: Redis refused with " + code + ": ")
                .hasMessageNotContaining("clave:")
                .hasMessageNotContaining("user_script");
    }

    @Test
    void a_cluster_that_is_down() {
        assertThat(Failures.refused(new JedisClusterException("Hash slot not served")))
                .hasMessageContaining("CLUSTERDOWN");
    }

    @Test
    void an_error_without_a_text() {
        assertThat(Failures.refused(new JedisDataException((String) null)).kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void types_and_no_texts() {
        RuntimeException thrown = new IllegalStateException("secret", new java.net.SocketTimeoutException("secret"));
        assertThat(Failures.unreachable(thrown))
                .hasMessageContaining("IllegalStateException, SocketTimeoutException")
                .hasMessageNotContaining("secret");
        assertThat(Failures.unconfirmed(thrown)).hasMessageNotContaining("secret");
    }
}

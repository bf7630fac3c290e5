package dev.clave.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.clave.MemoryPinStore;
import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.JdbcPinStore;
import dev.clave.testkit.FakePinStore;
import dev.clave.testkit.LeakDetector;
import dev.clave.testkit.SteppingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class ClaveHealthIndicatorTest {
    private static final String SECRET = "jdbc:h2:mem:secret-address";

    private final FakePinStore store = new FakePinStore();

    private static Health health(PinStore store, Map<String, ChannelHealth> channels) {
        return new ClaveHealthIndicator(Optional.of(store), channels).health();
    }

    @Test
    void a_store_that_answers_is_well_and_is_asked_once() {
        Health health = health(store, Map.of());
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).containsOnlyKeys("store", "storeMillis").containsEntry("store", "FakePinStore");
        assertThat(store.reads()).isEqualTo(1);
        assertThat(store.writes()).isZero();
        assertThat(health(MemoryPinStore.create(), Map.of()).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void without_a_store_of_the_hosts_there_is_nothing_to_ask() {
        Health health = new ClaveHealthIndicator(Optional.empty(), Map.of()).health();
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails()).isEmpty();
    }

    @Test
    void a_store_that_fails_is_down_and_its_words_stay_where_they_are() {
        SteppingStore broken = new SteppingStore(store);
        broken.beforeNext(SteppingStore.Step.READ, () -> {
            throw new IllegalStateException("cannot connect to " + SECRET);
        });
        Health health = health(broken, Map.of());
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails()).containsEntry("storeTrouble", "IllegalStateException");
        new LeakDetector().watch("address", SECRET).check(health, health.getDetails());
    }

    @Test
    void a_database_that_lacks_the_table_is_down_and_says_what_to_do() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:health;DB_CLOSE_DELAY=-1");
        JdbcPinStore jdbc = JdbcPinStore.over(source);
        Health without = health(jdbc, Map.of());
        assertThat(without.getStatus()).isEqualTo(Status.DOWN);
        assertThat(without.getDetails().get("storeTrouble"))
                .asString()
                .startsWith("NO_TABLE: ")
                .contains("see the guide for its DDL");
        jdbc.createTable();
        Health with = health(jdbc, Map.of());
        assertThat(with.getStatus()).isEqualTo(Status.UP);
        assertThat(with.getDetails()).containsEntry("store", "JdbcPinStore");
    }

    @Test
    void a_database_without_a_connection_to_spare_is_down_after_the_timeout_of_its_pool() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(SECRET);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            JdbcPinStore jdbc = JdbcPinStore.over(pool);
            try (Connection last = pool.getConnection()) {
                assertThat(last.isValid(1)).isTrue();
                Health health = health(jdbc, Map.of());
                assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                assertThat(health.getDetails().get("storeTrouble")).asString().startsWith("NOT_CONNECTED: ");
                new LeakDetector().watch("address", SECRET).check(health, health.getDetails());
            }
        }
    }

    @Test
    void a_channel_tells_what_it_knows() {
        Health health = health(store, Map.of("sms", Optional::empty, "push", () -> Optional.of("the gateway refuses")));
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails())
                .containsEntry("channels", Map.of("sms", "ready", "push", "the gateway refuses"));
        assertThat(health(store, Map.of("sms", Optional::empty)).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_channel_that_cannot_tell_is_in_trouble_and_a_store_that_is_down_counts_more() {
        ChannelHealth broken = () -> {
            throw new IllegalStateException("cannot connect to " + SECRET);
        };
        Health health = health(store, Map.of("sms", broken));
        assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        assertThat(health.getDetails())
                .containsEntry("channels", Map.of("sms", "it does not tell: IllegalStateException"));
        new LeakDetector().watch("address", SECRET).check(health, health.getDetails());

        SteppingStore gone = new SteppingStore(store);
        gone.beforeNext(SteppingStore.Step.READ, () -> {
            throw new IllegalStateException("gone");
        });
        assertThat(health(gone, Map.of("sms", broken)).getStatus()).isEqualTo(Status.DOWN);
    }
}

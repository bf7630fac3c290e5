package dev.clave.spring.observation;

import dev.clave.spi.PinStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether people can log in, as far as that can be told without sending anything: the store is asked for an entry that nobody has, and
 * each {@link ChannelHealth} what it knows. Without the store the status is {@code DOWN}; with a channel in trouble, {@code
 * OUT_OF_SERVICE}.
 *
 * <p>The details name the store and the channels by type and bean, say what is wrong, and hold no address, no text of a driver and nothing
 * of a person. It waits no longer than the store lets itself be waited for.
 */
public final class ClaveHealthIndicator implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ClaveHealthIndicator.class);

    private final Optional<PinStore> store;
    private final Map<String, ChannelHealth> channels;

    /**
     * The health of a store and some channels.
     *
     * @param store the store; empty where it is the one in memory that clave makes for itself
     * @param channels what the channels know, by the names of their beans
     */
    public ClaveHealthIndicator(Optional<PinStore> store, Map<String, ChannelHealth> channels) {
        this.store = store;
        this.channels = new LinkedHashMap<>(channels);
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        askChannels(health);
        store.ifPresent(some -> ask(some, health));
        return health.build();
    }

    private void ask(PinStore some, Health.Builder health) {
        StoreProbe probe = StoreProbe.of(some);
        health.withDetail("store", some.getClass().getSimpleName());
        long start = System.nanoTime();
        try {
            probe.ask();
        } catch (RuntimeException broken) {
            String trouble = probe.trouble(broken);
            LOG.warn("The store of clave is in trouble: {}", trouble);
            health.down().withDetail("storeTrouble", trouble);
        }
        health.withDetail(
                "storeMillis", Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private void askChannels(Health.Builder health) {
        Map<String, String> told = new LinkedHashMap<>();
        channels.forEach((name, channel) -> {
            Optional<String> trouble = trouble(channel);
            trouble.ifPresent(words -> health.outOfService());
            told.put(name, trouble.orElse("ready"));
        });
        if (!told.isEmpty()) {
            health.withDetail("channels", told);
        }
    }

    private static Optional<String> trouble(ChannelHealth channel) {
        try {
            return channel.trouble();
        } catch (RuntimeException broken) {
            return Optional.of("it does not tell: " + broken.getClass().getSimpleName());
        }
    }
}

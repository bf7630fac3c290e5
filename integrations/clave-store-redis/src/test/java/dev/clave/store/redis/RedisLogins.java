package dev.clave.store.redis;

import dev.clave.spi.PinStore;
import dev.clave.store.tests.LoginsOnAStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.UnifiedJedis;

/** Whole logins on two nodes over some servers. */
abstract class RedisLogins extends LoginsOnAStore {
    private final Deployment deployment;
    private final List<UnifiedJedis> clients = new ArrayList<>();

    RedisLogins(Deployment deployment) {
        this.deployment = deployment;
    }

    @Override
    protected PinStore node() {
        UnifiedJedis client = deployment.client();
        clients.add(client);
        return RedisPinStore.over(client);
    }

    @AfterEach
    void close() {
        clients.forEach(UnifiedJedis::close);
    }
}

package dev.clave.store.redis;

import dev.clave.spi.PinStore;
import dev.clave.testkit.PinStoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;

/**
 * The contract of stores, over some servers. Rules 27 to 30 are skipped: the clock of Redis cannot be moved; {@link
 * ExpiryTest} is in their place.
 */
abstract class RedisContract extends PinStoreContract {
    private final Deployment deployment;
    private final UnifiedJedis here;
    private final UnifiedJedis there;
    private final List<UnifiedJedis> clients = new ArrayList<>();
    private final Proxies proxies = new Proxies();

    RedisContract(Deployment deployment) {
        this.deployment = deployment;
        this.here = deployment.client();
        this.there = deployment.client();
        clients.addAll(List.of(here, there));
    }

    @AfterEach
    void givesBack() {
        limitMemory("0");
        proxies.close();
        clients.forEach(UnifiedJedis::close);
    }

    @Override
    protected PinStore store() {
        return RedisPinStore.over(here);
    }

    @Override
    protected Optional<PinStore> secondNode() {
        return Optional.of(RedisPinStore.over(there));
    }

    @Override
    protected int rounds() {
        return 50;
    }

    @Override
    protected int entries() {
        return 2_000;
    }

    private PinStore proxied() {
        UnifiedJedis client = deployment.client(proxies);
        clients.add(client);
        return RedisPinStore.over(client);
    }

    @Override
    protected Optional<PinStore> unreachableStore() {
        PinStore store = proxied();
        proxies.close();
        return Optional.of(store);
    }

    @Override
    protected Optional<PinStore> storeLosingAnswers() {
        PinStore store = proxied();
        proxies.each(proxy -> proxy.loseAnswersTo("EVAL"));
        return Optional.of(store);
    }

    @Override
    protected Optional<PinStore> storeLosingOneAnswer() {
        PinStore store = proxied();
        proxies.each(proxy -> proxy.loseOneAnswerTo("EVAL"));
        return Optional.of(store);
    }

    @Override
    protected Optional<PinStore> fullStore() {
        limitMemory("1");
        return Optional.of(store());
    }

    private void limitMemory(String bytes) {
        deployment.primaries().forEach(server -> server.tell(jedis -> jedis.configSet("maxmemory", bytes)));
    }

    /** The host's MULTI is on a connection of its own, and a store takes another: it can be in nobody's transaction. */
    @Override
    protected Optional<Consumer<Runnable>> hostTransaction() {
        return Optional.of(work -> deployment.primaries().get(0).tell(jedis -> rolledBack(jedis, work)));
    }

    private static String rolledBack(Jedis jedis, Runnable work) {
        Transaction transaction = jedis.multi();
        work.run();
        return transaction.discard();
    }
}

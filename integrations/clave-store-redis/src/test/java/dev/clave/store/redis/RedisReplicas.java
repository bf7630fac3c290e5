package dev.clave.store.redis;

import java.util.List;
import java.util.stream.Stream;

/** A primary with replicas that are in step with it. */
record RedisReplicas(RedisProcess primary, List<RedisProcess> replicas) implements AutoCloseable {

    static RedisReplicas start(Binary binary, int count, String... settings) {
        RedisProcess primary = RedisProcess.fit(binary, settings);
        String port = "" + primary.address().getPort();
        String[] follow = Stream.concat(Stream.of("--replicaof", "127.0.0.1", port), Stream.of(settings))
                .toArray(String[]::new);
        List<RedisProcess> replicas = Stream.generate(() -> RedisProcess.fit(binary, follow))
                .limit(count)
                .toList();
        replicas.forEach(replica -> Eventually.holds(
                "a replica must be in step",
                () -> replica.tell(jedis -> jedis.info("replication")).contains("master_link_status:up")));
        Eventually.holds(
                "the primary must know it", () -> primary.tell(jedis -> jedis.waitReplicas(count, 100)) == count);
        return new RedisReplicas(primary, replicas);
    }

    RedisProcess replica() {
        return replicas.get(0);
    }

    @Override
    public void close() {
        replicas.forEach(RedisProcess::close);
        primary.close();
    }
}

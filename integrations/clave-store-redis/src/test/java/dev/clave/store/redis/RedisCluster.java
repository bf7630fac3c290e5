package dev.clave.store.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A cluster: slots shared out among the primaries, and a replica for each, or none. */
record RedisCluster(List<RedisProcess> primaries, List<RedisProcess> replicas) implements AutoCloseable {
    private static final int SLOTS = 16_384;

    static RedisCluster start(Binary binary, int count, boolean replicated) {
        List<RedisProcess> primaries = nodes(binary, count);
        List<RedisProcess> replicas = nodes(binary, replicated ? count : 0);
        RedisCluster cluster = new RedisCluster(primaries, replicas);
        for (int i = 0; i < count; i++) {
            int[] slots =
                    IntStream.range(SLOTS * i / count, SLOTS * (i + 1) / count).toArray();
            int epoch = i + 1;
            primaries.get(i).tell(jedis -> {
                jedis.clusterAddSlots(slots);
                return jedis.sendCommand(Command.CLUSTER, "SET-CONFIG-EPOCH", "" + epoch);
            });
        }
        cluster.meet();
        for (int i = 0; i < replicas.size(); i++) {
            String primary = idOf(primaries.get(i));
            replicas.get(i).tell(jedis -> jedis.clusterReplicate(primary));
        }
        cluster.awaitReady();
        return cluster;
    }

    private static List<RedisProcess> nodes(Binary binary, int count) {
        return Stream.generate(
                        () -> RedisProcess.fit(binary, "--cluster-enabled", "yes", "--cluster-node-timeout", "1500"))
                .limit(count)
                .toList();
    }

    private List<RedisProcess> all() {
        List<RedisProcess> all = new ArrayList<>(primaries);
        all.addAll(replicas);
        return all;
    }

    private void meet() {
        int first = primaries.get(0).address().getPort();
        all().forEach(node -> node.tell(jedis -> jedis.clusterMeet("127.0.0.1", first)));
        all().forEach(node -> Eventually.holds(
                "all nodes must have met",
                () -> node.tell(jedis -> jedis.clusterNodes().lines().filter(line -> !line.contains("handshake")))
                                .count()
                        == all().size()));
    }

    private void awaitReady() {
        all().forEach(node -> Eventually.holds(
                "the cluster must be ready",
                () -> node.tell(jedis -> jedis.clusterInfo()).contains("cluster_state:ok")));
        if (!replicas.isEmpty()) {
            primaries.forEach(node -> Eventually.holds(
                    "each primary must have its replica", () -> node.tell(jedis -> jedis.waitReplicas(1, 100)) == 1));
        }
    }

    static String idOf(RedisProcess node) {
        return node.tell(jedis -> jedis.clusterMyId());
    }

    /** The one that a key belongs to, as the slots were shared out. */
    RedisProcess primaryOf(String key) {
        int slot = JedisClusterCRC16.getSlot(key);
        return IntStream.range(0, primaries.size())
                .filter(i -> slot < SLOTS * (i + 1) / primaries.size())
                .mapToObj(primaries::get)
                .findFirst()
                .orElseThrow();
    }

    /** Gives a slot that is empty to another node. */
    void move(int slot, RedisProcess to) {
        String id = idOf(to);
        to.tell(jedis -> jedis.clusterSetSlotNode(slot, id));
        primaries.forEach(node -> node.tell(jedis -> jedis.clusterSetSlotNode(slot, id)));
    }

    /** Begins to move a slot, and stops in the middle: what is no longer there is asked of the other node. */
    void beginToMove(int slot, RedisProcess from, RedisProcess to) {
        String source = idOf(from);
        String target = idOf(to);
        to.tell(jedis -> jedis.clusterSetSlotImporting(slot, source));
        from.tell(jedis -> jedis.clusterSetSlotMigrating(slot, target));
    }

    @Override
    public void close() {
        all().forEach(RedisProcess::close);
    }
}

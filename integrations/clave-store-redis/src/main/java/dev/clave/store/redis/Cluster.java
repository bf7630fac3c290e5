package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.ClusterCommandArguments;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol.ClusterKeyword;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * A cluster.
 *
 * @param bySlot a connection to the primary of a slot, as far as the client knows
 * @param nodes the pools of the client, by address
 */
record Cluster(UnifiedJedis jedis, IntFunction<Connection> bySlot, Supplier<Map<String, ConnectionPool>> nodes)
        implements Server {

    @Override
    public Mode mode() {
        return Mode.CLUSTER;
    }

    @Override
    public <T> T read(CommandObject<T> command) {
        return jedis.executeCommand(command);
    }

    @Override
    public Pipeline connect(byte[] key) {
        return new Pipeline(bySlot.apply(JedisClusterCRC16.getSlot(key)), true);
    }

    /** A read that is told the same lets the client learn where the slots are, and make a pool for that node. */
    @Override
    public Pipeline follow(JedisMovedDataException moved, byte[] key) {
        read(new CommandObject<>(new ClusterCommandArguments(Command.EXISTS).key(key), BuilderFactory.LONG));
        ConnectionPool pool = nodes.get().get(String.valueOf(moved.getTargetNode()));
        if (pool == null) {
            throw moved;
        }
        return new Pipeline(pool.getResource(), true);
    }

    @Override
    public List<String> info() {
        return primaries().entrySet().stream()
                .map(primary -> info(primary.getKey(), primary.getValue()))
                .toList();
    }

    private String info(String address, int slot) {
        ConnectionPool pool = nodes.get().get(address);
        try (Connection primary = pool == null ? bySlot.apply(slot) : pool.getResource()) {
            return primary.executeCommand(
                    new CommandObject<>(new CommandArguments(Command.INFO), BuilderFactory.STRING));
        }
    }

    /** Each primary by its address, with a slot of its own. Asked of the cluster: what the client knows may be old. */
    private Map<String, Integer> primaries() {
        CommandArguments ask = new ClusterCommandArguments(Command.CLUSTER).add(ClusterKeyword.SLOTS);
        Map<String, Integer> primaries = new LinkedHashMap<>();
        for (Object range : read(new CommandObject<>(ask, BuilderFactory.RAW_OBJECT_LIST))) {
            List<?> parts = (List<?>) range;
            int slot = ((Number) parts.get(0)).intValue();
            primaries.putIfAbsent(address((List<?>) parts.get(2)), slot);
        }
        return primaries;
    }

    private static String address(List<?> node) {
        return (node.get(0) instanceof byte[] host ? new String(host, UTF_8) : "") + ":" + node.get(1);
    }
}

package dev.clave.store.redis;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.HostAndPortMapper;

/** A proxy before every server that a client connects to. */
final class Proxies implements HostAndPortMapper, AutoCloseable {
    private final Map<HostAndPort, Proxy> proxies = new ConcurrentHashMap<>();

    @Override
    public HostAndPort getHostAndPort(HostAndPort server) {
        return to(server).address();
    }

    private Proxy to(HostAndPort server) {
        return proxies.computeIfAbsent(server, Proxy::new);
    }

    /** The one before that server. */
    Proxy to(RedisProcess server) {
        return to(server.address());
    }

    void each(Consumer<Proxy> work) {
        proxies.values().forEach(work);
    }

    int lost() {
        return proxies.values().stream().mapToInt(Proxy::lost).sum();
    }

    @Override
    public void close() {
        each(Proxy::close);
    }
}

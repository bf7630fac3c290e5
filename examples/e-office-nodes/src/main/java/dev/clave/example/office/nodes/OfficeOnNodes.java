package dev.clave.example.office.nodes;

import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole: a town, two nodes of its office over one server for the logins, and the proxy before them. */
final class OfficeOnNodes implements AutoCloseable {
    private static final List<String> NAMES = List.of("a", "b");
    private static final int KEY_BYTES = 32;

    private final ConfigurableApplicationContext town;
    private final Map<String, Object> settings;
    private final Class<?>[] application;
    private final Map<String, Node> nodes = new TreeMap<>();
    private final Map<String, Integer> ports = new TreeMap<>();
    private @Nullable Proxy proxy;

    private OfficeOnNodes(LoginServer logins, InetAddress proxy, Class<?>[] town, Class<?>[] application) {
        this.settings = settings(logins, proxy);
        this.application = application;
        this.town = town(town);
    }

    /**
     * Starts it all, or nothing; whoever gives it the server closes that afterwards.
     *
     * @param port where browsers reach it; 0: where it likes
     * @param logins where the logins live
     * @param town what both nodes share: the people, their phones
     * @param application what each node runs
     */
    static OfficeOnNodes start(int port, LoginServer logins, List<Class<?>> town, List<Class<?>> application) {
        InetAddress own = Proxy.ownAddress();
        OfficeOnNodes office =
                new OfficeOnNodes(logins, own, town.toArray(new Class<?>[0]), application.toArray(new Class<?>[0]));
        try {
            office.open(port, own);
            return office;
        } catch (RuntimeException failed) {
            office.close();
            throw failed;
        }
    }

    private void open(int port, InetAddress own) {
        NAMES.forEach(this::startNode);
        proxy = Proxy.start(port, own, List.copyOf(nodes.values()));
    }

    private static ConfigurableApplicationContext town(Class<?>... sources) {
        return new SpringApplicationBuilder(sources)
                .sources(Phones.class)
                .web(WebApplicationType.NONE)
                .profiles("demo")
                .properties("spring.main.banner-mode=off", "server.address=" + Node.ADDRESS)
                .registerShutdownHook(false)
                .run();
    }

    /** What is the same for each node. */
    private static Map<String, Object> settings(LoginServer logins, InetAddress proxy) {
        Map<String, Object> settings = new LinkedHashMap<>(logins.settings());
        settings.put("clave.nodes", NAMES.size());
        settings.put("clave.keys.subject", key());
        settings.put("clave.keys.current", "first");
        settings.put("clave.keys.ring.first", key());
        settings.put("server.forward-headers-strategy", "native");
        settings.put("server.tomcat.remoteip.internal-proxies", proxy.getHostAddress() + "/32");
        return settings;
    }

    private static String key() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Starts a node, again where it was before: the proxy finds it there. */
    void startNode(String name) {
        Node node = Node.start(name, ports.getOrDefault(name, 0), town, settings, application);
        nodes.put(name, node);
        ports.put(name, node.port());
    }

    /** Stops a node with all the sessions that it has. */
    void stopNode(String name) {
        Objects.requireNonNull(nodes.remove(name), name).close();
    }

    int port() {
        return Objects.requireNonNull(proxy, "not open").port();
    }

    /** Where a node listens, for whoever gets past the proxy. */
    int port(String node) {
        return Objects.requireNonNull(ports.get(node), node);
    }

    <T> T inTown(Class<T> type) {
        return town.getBean(type);
    }

    @Override
    public void close() {
        if (proxy != null) {
            proxy.close();
        }
        nodes.values().forEach(Node::close);
        town.close();
    }
}

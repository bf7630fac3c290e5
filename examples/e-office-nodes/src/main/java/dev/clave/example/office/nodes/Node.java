package dev.clave.example.office.nodes;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One of the processes that serve the office; here it is a context with a web server, a pool of connections and a Clave of its own. */
final class Node implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";

    private final String name;
    private final ConfigurableApplicationContext context;

    private Node(String name, ConfigurableApplicationContext context) {
        this.name = name;
        this.context = context;
    }

    /**
     * Starts one.
     *
     * @param name a letter
     * @param port where it listens; 0: where it likes
     * @param town the context with what both nodes share
     * @param shared the properties that all nodes have
     * @param application what the node runs
     */
    static Node start(
            String name,
            int port,
            ConfigurableApplicationContext town,
            Map<String, Object> shared,
            Class<?>... application) {
        Map<String, Object> settings = new LinkedHashMap<>(shared);
        settings.put("server.address", ADDRESS);
        settings.put("server.port", port);
        settings.put("server.servlet.session.cookie.name", cookie(name));
        settings.put(NodeName.PROPERTY, name);
        return new Node(
                name,
                // What is named first is there when the office looks whether it must make its own.
                new SpringApplicationBuilder(SharedTown.class, NodeName.class)
                        .sources(application)
                        .parent(town)
                        .web(WebApplicationType.SERVLET)
                        .profiles("demo")
                        // It would welcome people to the port of a node.
                        .properties(
                                "spring.main.banner-mode=off",
                                "logging.level.dev.clave.example.office.demo.Welcome=off")
                        .registerShutdownHook(false)
                        .initializers(node -> node.getEnvironment()
                                .getPropertySources()
                                .addFirst(new MapPropertySource("node", settings)))
                        .run());
    }

    /** The name of the cookie of its sessions: by it the proxy knows who has a session here. */
    static String cookie(String node) {
        return "office-" + node;
    }

    String name() {
        return name;
    }

    int port() {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    URI address() {
        return URI.create("http://" + ADDRESS + ":" + port());
    }

    @Override
    public void close() {
        context.close();
    }
}

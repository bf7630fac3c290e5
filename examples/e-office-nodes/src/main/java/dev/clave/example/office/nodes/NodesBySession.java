package dev.clave.example.office.nodes;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.util.Methods;
import java.net.InetSocketAddress;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.xnio.OptionMap;

/**
 * Whoever has a session is sent to the node that has it, as long as it answers; everybody else, such as those who are logging in, to one after the other. Forms are dealt
 * out apart from pages: a browser that asks for a page after each form would otherwise send all its forms to one node.
 */
final class NodesBySession extends LoadBalancingProxyClient {
    private static final int CONNECTIONS_PER_THREAD = 50;
    private static final int WAITING = 100;
    private static final int SECONDS_UNTIL_TRIED_AGAIN = 1;

    private final List<String> names;
    private final AtomicInteger forms = new AtomicInteger();

    NodesBySession(List<Node> nodes, InetSocketAddress own) {
        this.names = nodes.stream().map(Node::name).toList();
        setConnectionsPerThread(CONNECTIONS_PER_THREAD);
        setMaxQueueSize(WAITING);
        setProblemServerRetry(SECONDS_UNTIL_TRIED_AGAIN);
        nodes.forEach(node -> addHost(own, node.address(), node.name(), null, OptionMap.EMPTY));
    }

    /** The nodes that are tried first. */
    @Override
    protected Iterator<CharSequence> parseRoutes(HttpServerExchange exchange) {
        List<CharSequence> routes = names.stream()
                .filter(name -> exchange.getRequestCookie(Node.cookie(name)) != null)
                .<CharSequence>map(name -> name)
                .toList();
        return routes.isEmpty() && exchange.getRequestMethod().equals(Methods.POST)
                ? List.<CharSequence>of(nextForForms()).iterator()
                : routes.iterator();
    }

    private String nextForForms() {
        return names.get(Math.floorMod(forms.getAndIncrement(), names.size()));
    }
}

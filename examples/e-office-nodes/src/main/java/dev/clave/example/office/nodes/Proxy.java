package dev.clave.example.office.nodes;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.proxy.ProxyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** The one address that browsers know. It says to the nodes who asks, and of what browsers say about that nothing gets past it. */
final class Proxy implements AutoCloseable {
    private static final long LONGEST_REQUEST = 1L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Undertow server;

    private Proxy(Undertow server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param port where browsers reach it; 0: where it likes
     * @param own its own address, as the nodes see and trust it
     */
    static Proxy start(int port, InetAddress own, List<Node> nodes) {
        Undertow server = Undertow.builder()
                .addHttpListener(port, Node.ADDRESS)
                .setIoThreads(2)
                .setWorkerThreads(2)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LONGEST_REQUEST)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, (int) PATIENCE.toMillis())
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, (int) PATIENCE.toMillis())
                .setHandler(handler(own, nodes))
                .build();
        server.start();
        return new Proxy(server);
    }

    private static HttpHandler handler(InetAddress own, List<Node> nodes) {
        NodesBySession balancer = new NodesBySession(nodes, new InetSocketAddress(own, 0));
        ProxyHandler proxy = ProxyHandler.builder()
                .setProxyClient(balancer)
                .setMaxRequestTime((int) PATIENCE.toMillis())
                .setMaxConnectionRetries(nodes.size())
                .build();
        return new ClientHeaders(new LostSessions(nodes, proxy));
    }

    /**
     * An address from which nobody else on this machine connects by chance, so that the nodes can tell the proxy from others. On Linux every address that begins with
     * 127 is this machine's; elsewhere it shares the common one.
     */
    static InetAddress ownAddress() {
        InetAddress own = loopback(2);
        return isOurs(own) ? own : loopback(1);
    }

    private static InetAddress loopback(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
        } catch (UnknownHostException impossible) {
            throw new UncheckedIOException("four bytes are an address", impossible);
        }
    }

    private static boolean isOurs(InetAddress address) {
        try (ServerSocket socket = new ServerSocket(0, 1, address)) {
            return socket.isBound();
        } catch (IOException elsewhere) {
            return false;
        }
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}

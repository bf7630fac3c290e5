package dev.clave.example.office.nodes;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Takes away what a client says of where it comes from and of what it has asked for: the proxy writes these headers anew, from the connection. A request for another
 * host than ours is for somebody else.
 */
final class ClientHeaders implements HttpHandler {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1");
    private static final List<String> FORWARDED = List.of("forwarded", "x-forwarded", "x-real-ip", "x-original");

    private static final int MISDIRECTED = 421;

    private final HttpHandler next;

    ClientHeaders(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        if (!HOSTS.contains(exchange.getHostName().toLowerCase(Locale.ROOT))) {
            exchange.setStatusCode(MISDIRECTED).endExchange();
            return;
        }
        headers.getHeaderNames().stream()
                .filter(ClientHeaders::isForwarded)
                .toList()
                .forEach(headers::remove);
        next.handleRequest(exchange);
    }

    private static boolean isForwarded(HttpString name) {
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return FORWARDED.stream().anyMatch(lower::startsWith);
    }
}

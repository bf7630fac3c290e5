package dev.clave.example.office.nodes;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;

/**
 * Drops the cookie of a node that did not answer: its sessions are gone with it, and the next login of this person may be on another node. Two such cookies would
 * leave open which of two sessions is meant.
 */
final class LostSessions implements HttpHandler {
    private final List<String> names;
    private final HttpHandler next;

    LostSessions(List<Node> nodes, HttpHandler next) {
        this.names = nodes.stream().map(Node::name).toList();
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseCommitListener(this::drop);
        next.handleRequest(exchange);
    }

    private void drop(HttpServerExchange exchange) {
        String answering = exchange.getResponseHeaders().getFirst(NodeName.HEADER);
        if (answering == null) {
            return;
        }
        names.stream()
                .filter(name -> !name.equals(answering))
                .map(Node::cookie)
                .filter(cookie -> exchange.getRequestCookie(cookie) != null)
                .forEach(cookie -> exchange.getResponseHeaders()
                        .add(Headers.SET_COOKIE, cookie + "=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"));
    }
}

package dev.clave.example.office.nodes;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in each answer which node gave it, for a person who wants to see it. */
final class NodeName extends OncePerRequestFilter implements Ordered {
    /** The header of an answer. */
    static final String HEADER = "Office-Node";

    /** The property of a node. */
    static final String PROPERTY = "office.node";

    private final String name;

    NodeName(@Value("${" + PROPERTY + "}") String name) {
        this.name = name;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HEADER, name);
        chain.doFilter(request, response);
    }
}

package dev.clave.example.office.nodes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** A PostgreSQL of our own, unpacked from its artifact. */
final class PostgresServer implements LoginServer {
    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start() {
        try {
            // The nodes are to end before it does: whoever started it closes it.
            return new PostgresServer(
                    EmbeddedPostgres.builder().setRegisterShutdownHook(false).start());
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "PostgreSQL cannot be started; as root it needs user namespaces (unshare -U)", broken);
        }
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of(
                "clave.store.type", "jdbc",
                "clave.store.jdbc.create-table", "true",
                "spring.datasource.url", server.getJdbcUrl("postgres", "postgres"));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException stillRunning) {
            throw new UncheckedIOException("PostgreSQL did not stop", stillRunning);
        }
    }
}

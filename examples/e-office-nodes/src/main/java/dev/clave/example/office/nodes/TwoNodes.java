package dev.clave.example.office.nodes;

import dev.clave.example.office.EOffice;
import dev.clave.example.office.demo.Town;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The office on http://localhost:8080, on two nodes. */
public final class TwoNodes {
    private static final Logger LOG = LoggerFactory.getLogger(TwoNodes.class);
    private static final int PORT = 8080;

    private TwoNodes() {}

    /**
     * Starts it.
     *
     * @param args where the logins live, {@code postgres} (which it is without any) or {@code redis}; the port of the proxy, unless it is 8080
     */
    public static void main(String[] args) {
        String kind = args.length > 0 ? args[0] : "postgres";
        int port = args.length > 1 ? Integer.parseInt(args[1]) : PORT;
        LoginServer logins = LoginServer.start(kind);
        OfficeOnNodes office = open(port, logins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(office, logins), "office-end"));
        LOG.info(
                "The e-Office is open: http://localhost:{} (its phone: http://localhost:{}/phone), on two nodes whose logins are in {}."
                        + " At the foot of each page stands which one answered. Ctrl+C closes it.",
                office.port(),
                office.port(),
                kind);
    }

    /** Where it cannot open, such as at a port that is taken, no server of ours goes on. */
    private static OfficeOnNodes open(int port, LoginServer logins) {
        try {
            return OfficeOnNodes.start(port, logins, List.of(Town.class), List.of(EOffice.class));
        } catch (RuntimeException failed) {
            logins.close();
            throw failed;
        }
    }

    /** In this order: a node that loses its server says so. */
    private static void close(OfficeOnNodes office, LoginServer logins) {
        office.close();
        logins.close();
    }
}

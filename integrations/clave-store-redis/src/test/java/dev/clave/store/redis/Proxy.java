package dev.clave.store.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import redis.clients.jedis.HostAndPort;

/** Stands between a client and a server, and can lose what it should carry. */
final class Proxy implements AutoCloseable {
    private final HostAndPort server;
    private final ServerSocket door;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean closed;
    private volatile String losing = "";
    private volatile boolean once;
    private volatile List<String> together = List.of();

    Proxy(HostAndPort server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        daemon(this::accept);
    }

    HostAndPort address() {
        return new HostAndPort("127.0.0.1", door.getLocalPort());
    }

    /** From now on a request with this in it reaches the server, and the connection breaks before its answer. */
    void loseAnswersTo(String word) {
        losing = word;
    }

    /** The same, but only for one such request. */
    void loseOneAnswerTo(String word) {
        once = true;
        losing = word;
    }

    /** How many answers were lost. */
    int lost() {
        return lost.get();
    }

    /** From now on nothing is carried to the server until all of these words have come from the client. */
    void carryOnlyTogether(String... words) {
        together = List.of(words);
    }

    /** Breaks every connection, and takes no more. */
    @Override
    public void close() {
        closed = true;
        quietly(door);
        sockets.forEach(Proxy::quietly);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = door.accept();
                sockets.add(client);
                Socket target = new Socket(server.getHost(), server.getPort());
                sockets.add(target);
                if (closed) {
                    close(); // It came in while the door was being closed.
                    return;
                }
                new Line(client, target).open();
            } catch (IOException gone) {
                // The next one may come through.
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception gone) {
            // It is what was wanted.
        }
    }

    /** One connection. */
    private final class Line {
        private final Socket client;
        private final Socket target;
        private volatile boolean losesAnswer;

        Line(Socket client, Socket target) {
            this.client = client;
            this.target = target;
        }

        void open() {
            daemon(() -> carry(client, target, true));
            daemon(() -> carry(target, client, false));
        }

        private void carry(Socket from, Socket to, boolean request) {
            byte[] buffer = new byte[65_536];
            StringBuilder held = new StringBuilder();
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    held.append(new String(buffer, 0, count, ISO_8859_1));
                    if (request && !together.stream().allMatch(word -> held.indexOf(word) >= 0)) {
                        continue;
                    }
                    pass(held.toString(), to, request);
                    held.setLength(0);
                }
            } catch (IOException gone) {
                // The other end is closed, too, by now.
            }
        }

        private void pass(String bytes, Socket to, boolean request) throws IOException {
            if (request && !losing.isEmpty() && bytes.contains(losing)) {
                losesAnswer = true;
                losing = once ? "" : losing;
            }
            if (!request && losesAnswer) {
                lost.incrementAndGet();
                throw new IOException("lost on purpose");
            }
            to.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        }
    }
}

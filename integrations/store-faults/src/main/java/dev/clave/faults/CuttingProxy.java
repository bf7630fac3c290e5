package dev.clave.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between the nodes and the server. Armed, it swallows answers: what the server says to a write never arrives, for the connection is
 * broken first. The write was done then, and the node cannot know.
 */
final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER = 16_384;

    /** Tells the answer to a write that was done. */
    @FunctionalInterface
    interface WriteAnswer {
        boolean isIn(byte[] bytes, int length);
    }

    private final ServerSocket listener;
    private final int target;
    private final WriteAnswer answer;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong swallowed = new AtomicLong();
    private volatile double share;

    CuttingProxy(int target, WriteAnswer answer) {
        this.target = target;
        this.answer = answer;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Threads.start("proxy", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on this share of the answers to writes is swallowed; 0 for none. */
    void arm(double part) {
        share = part;
    }

    /** How many answers were swallowed, each to a write that was done. */
    long swallowed() {
        return swallowed.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Threads.start("proxied", () -> connect(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            sockets.add(client);
            sockets.add(server);
            Threads.start("requests", () -> pump(client, server, false));
            pump(server, client, true);
        } catch (IOException down) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0 && !cuts(buffer, read, answers); read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException broken) {
            // The other half is broken off too.
        }
        close(from);
        close(to);
    }

    private boolean cuts(byte[] buffer, int read, boolean answers) {
        double now = share;
        if (!answers || now == 0 || ThreadLocalRandom.current().nextDouble() >= now || !answer.isIn(buffer, read)) {
            return false;
        }
        swallowed.incrementAndGet();
        return true;
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(this::close);
    }
}

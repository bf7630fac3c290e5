package dev.clave.channel.smpp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;

/** The connection to an SMSC, on which neither connecting nor writing takes longer than it may. */
final class Wire implements Connection {
    /** Room for some hundred messages. In the system's own, which grows, those for an SMSC that has stopped reading pile up. */
    private static final int SEND_BUFFER = 65_536;

    private final Socket raw;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final long writeNanos;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private volatile Runnable onClose = () -> {};

    private Wire(Socket raw, Socket socket, long writeNanos) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.writeNanos = writeNanos;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /** Connects, with TLS if there is a factory for it. What it throws is the JDK's, and may be logged. */
    static Wire open(Settings settings, Deadline deadline) throws IOException {
        Socket raw = new Socket();
        try {
            raw.setTcpNoDelay(true);
            raw.setKeepAlive(true);
            raw.setSendBufferSize(SEND_BUFFER);
            raw.connect(new InetSocketAddress(settings.host(), settings.port()), millis(deadline.left()));
            Socket socket =
                    settings.tls().isPresent() ? encrypted(raw, settings.tls().get(), settings, deadline) : raw;
            return new Wire(raw, socket, settings.timeout().toNanos() / 2);
        } catch (IOException | RuntimeException broken) {
            raw.close();
            throw broken;
        }
    }

    /** A socket factory checks the certificate, but not that it is this host's unless told to. */
    private static Socket encrypted(Socket raw, SSLSocketFactory factory, Settings settings, Deadline deadline)
            throws IOException {
        SSLSocket socket = (SSLSocket) factory.createSocket(raw, settings.host(), settings.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        within(deadline.left(), raw, socket::startHandshake);
        return socket;
    }

    /** Nanoseconds as a socket takes them: at least 1, for 0 is for ever. */
    static int millis(long nanos) {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Something that is done on a socket. */
    private interface Work {
        void run() throws IOException;
    }

    /** Does it, and closes the socket under it when that takes too long: a socket has no timeout for it. */
    private static void within(long nanos, Socket raw, Work work) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> watched = done.orTimeout(nanos, TimeUnit.NANOSECONDS)
                .whenComplete((nothing, late) -> {
                    if (late != null) {
                        abort(raw);
                    }
                });
        try {
            work.run();
        } finally {
            done.complete(null);
        }
        if (watched.isCompletedExceptionally()) {
            throw new IOException("the other side took too long");
        }
    }

    private static void abort(Socket raw) {
        try {
            raw.close();
        } catch (IOException gone) {
            // It is what was wanted.
        }
    }

    /** What is done when the connection is closed, by whomever. */
    void onClose(Runnable action) {
        onClose = action;
    }

    /**
     * Writes all of it, or nothing.
     *
     * @param nanos how long may be waited for others that write; the write itself has half the timeout
     * @return false if nothing was written, because the connection is closed or others write for too long
     * @throws IOException if it was begun, so that the other side may have it
     */
    boolean write(byte[] octets, long nanos) throws IOException {
        if (!locked(nanos)) {
            return false;
        }
        try {
            if (!isOpen()) {
                return false;
            }
            within(writeNanos, raw, () -> {
                out.write(octets);
                out.flush();
            });
            return true;
        } finally {
            writing.unlock();
        }
    }

    private boolean locked(long nanos) {
        try {
            return writing.tryLock(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public boolean isOpen() {
        return open.get() && !raw.isClosed();
    }

    /** Closes at once. With TLS the farewell is left out if somebody writes: it would wait for them. */
    @Override
    public void close() throws IOException {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try {
            if (writing.tryLock()) {
                try {
                    within(writeNanos, raw, socket::close);
                } finally {
                    writing.unlock();
                }
            }
        } finally {
            raw.close();
            onClose.run();
        }
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    /** For what jsmpp writes: one PDU at a time, from any thread. */
    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                write(new byte[] {(byte) octet});
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                byte[] pdu = Arrays.copyOfRange(octets, offset, offset + length);
                if (!Wire.this.write(pdu, writeNanos)) {
                    throw new IOException("the connection is closed or busy");
                }
            }
        };
    }

    @Override
    public void setSoTimeout(int timeout) throws IOException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public InetAddress getInetAddress() {
        return raw.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return raw.getLocalAddress();
    }

    @Override
    public int getPort() {
        return raw.getPort();
    }

    @Override
    public int getLocalPort() {
        return raw.getLocalPort();
    }
}

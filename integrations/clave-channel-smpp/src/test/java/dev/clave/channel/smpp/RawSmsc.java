package dev.clave.channel.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMSC that keeps to no rules: it takes binds, and is told in octets what to do with anything else. */
final class RawSmsc implements AutoCloseable {
    static final int SUBMIT_SM = 4;
    static final int SUBMIT_SM_RESP = 0x80000004;
    static final int DELIVER_SM = 5;
    static final int UNBIND = 6;
    static final int ENQUIRE_LINK = 0x15;

    /** What is done with one PDU that is no bind. */
    interface Behaviour {
        void on(int command, int sequence, OutputStream out, Socket socket) throws IOException;
    }

    private final ServerSocket door;
    private final Behaviour behaviour;
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger bindStatus = new AtomicInteger();
    private final List<Integer> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    RawSmsc(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            door = new ServerSocket();
            door.setReceiveBufferSize(4096); // So that one that does not read is noticed soon.
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        daemon(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** With what each bind is answered from now on. */
    void answersBindsWith(int status) {
        bindStatus.set(status);
    }

    /** How many binds were asked for. */
    int binds() {
        return binds.get();
    }

    /** The commands that were read, binds included. */
    List<Integer> commands() {
        return commands;
    }

    long submits() {
        return commands.stream().filter(command -> command == SUBMIT_SM).count();
    }

    /** A PDU. */
    static byte[] pdu(int command, int status, int sequence, byte... body) {
        return ByteBuffer.allocate(16 + body.length)
                .putInt(16 + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    /** A deliver_sm of a person's phone. */
    static byte[] deliverSm(int esmClass, String text) {
        byte[] phone = "34600000018".getBytes(US_ASCII);
        byte[] body = ByteBuffer.allocate(17 + phone.length + text.length())
                .put(new byte[] {0, 1, 1})
                .put(phone)
                .put(new byte[] {0, 0, 0, 0, (byte) esmClass, 0, 0, 0, 0, 0, 0, 0, 0, (byte) text.length()})
                .put(text.getBytes(US_ASCII))
                .array();
        return pdu(DELIVER_SM, 0, 9, body);
    }

    /** The answer to a submit_sm that is taken on. */
    static byte[] taken(int sequence) {
        return pdu(SUBMIT_SM_RESP, 0, sequence, (byte) 'A', (byte) 0);
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket socket = door.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // It is at its end.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                int length = in.readInt();
                int command = in.readInt();
                in.readInt();
                int sequence = in.readInt();
                in.readFully(new byte[length - 16]);
                commands.add(command);
                answer(command, sequence, out, socket);
            }
        } catch (IOException gone) {
            // So is the customer.
        }
    }

    private void answer(int command, int sequence, OutputStream out, Socket socket) throws IOException {
        if (command == 2 || command == 9) {
            binds.incrementAndGet();
            out.write(pdu(command | 0x80000000, bindStatus.get(), sequence, (byte) 'R', (byte) 0));
        } else if (command == UNBIND) {
            out.write(pdu(0x80000006, 0, sequence));
        } else {
            behaviour.on(command, sequence, out, socket);
        }
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-smsc");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

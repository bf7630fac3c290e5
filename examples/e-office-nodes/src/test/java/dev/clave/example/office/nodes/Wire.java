package dev.clave.example.office.nodes;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One request over one connection, from an address of one's choice: what a test of addresses needs, and the JDK's client lacks. */
final class Wire {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String END = "\r\n";

    private final InetAddress from;
    private final int port;

    /** To a port of this machine, from an address such as 127.0.0.7. */
    Wire(String from, int port) {
        this.from = address(from);
        this.port = port;
    }

    /** What came back. */
    record Answer(int status, List<Map.Entry<String, String>> headers, String body) {
        String header(String name) {
            return all(name).stream().findFirst().orElse("");
        }

        List<String> all(String name) {
            return headers.stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getAllByName(literal)[0];
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Headers in lines, without those of the connection. */
    Answer send(String method, String path, List<String> headers, String body) {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1" + END);
        headers.forEach(header -> request.append(header).append(END));
        request.append("Connection: close").append(END);
        if (!body.isEmpty()) {
            request.append("Content-Type: application/x-www-form-urlencoded").append(END);
            request.append("Content-Length: ").append(body.length()).append(END);
        }
        request.append(END).append(body);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            return answer(socket.getInputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer answer(InputStream stream) throws IOException {
        String[] status = line(stream).split(" ", 3);
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(stream); !line.isEmpty(); line = line(stream)) {
            String[] header = line.split(": *", 2);
            headers.add(Map.entry(header[0], header[1]));
        }
        Answer head = new Answer(Integer.parseInt(status[1]), headers, "");
        byte[] body = head.header("Transfer-Encoding").equals("chunked") ? chunks(stream) : stream.readAllBytes();
        return new Answer(head.status(), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream stream) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = size(stream); size > 0; size = size(stream)) {
            new ByteArrayInputStream(stream.readNBytes(size)).transferTo(whole);
            line(stream);
        }
        return whole.toByteArray();
    }

    private static int size(InputStream stream) throws IOException {
        return Integer.parseInt(line(stream).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = stream.read(); next != '\n'; next = stream.read()) {
            if (next < 0) {
                throw new IOException("the answer ends in the middle");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}

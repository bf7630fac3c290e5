package dev.clave.example.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clave.spi.DeliveryChannel;
import dev.clave.testkit.DeliveryChannelContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class SmsGatewayTest extends DeliveryChannelContract {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/works", exchange -> answer(exchange, 202));
        server.createContext("/refuses", exchange -> answer(exchange, 403));
        server.createContext("/hangs", SmsGatewayTest::hang);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = Stream.of(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1])));
        if (status == 202) {
            String id = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            arrived.add(new Arrived(form.getOrDefault("to", ""), form.getOrDefault("text", ""), Optional.of(id)));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    /** Takes the message and never answers. */
    private static void hang(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
    }

    private DeliveryChannel at(String path) {
        return new SmsGateway(
                URI.create("http://localhost:" + server.getAddress().getPort() + path), PATIENCE);
    }

    @Override
    protected DeliveryChannel channel() {
        return at("/works");
    }

    @Override
    protected List<Arrived> arrived() {
        return arrived;
    }

    @Override
    protected Optional<DeliveryChannel> refusedChannel() {
        return Optional.of(at("/refuses"));
    }

    @Override
    protected Optional<DeliveryChannel> hangingChannel() {
        return Optional.of(at("/hangs"));
    }

    @Override
    protected Optional<DeliveryChannel> unreachableChannel() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Optional.of(new SmsGateway(URI.create("http://localhost:" + free.getLocalPort()), PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.clave.channel.smpp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Secret;
import dev.clave.testkit.DeliveryChannelContract;
import dev.clave.testkit.LeakDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The guide's sample of a gateway with an HTTP interface: the contract, and what a gateway can do to it. */
class HttpSmsGatewayTest extends DeliveryChannelContract {
    private static final String TOKEN = "token-of-the-gateway";

    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private HttpServer server;
    private ServerSocket dropping;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/status/", this::answer);
        server.createContext("/hangs", this::hang);
        server.createContext("/endless", this::endless);
        server.start();
        dropping = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        executor.execute(this::drop);
        logged.start();
        logger().addAppender(logged);
    }

    @AfterEach
    void stop() throws IOException {
        logger().detachAppender(logged);
        end.countDown();
        server.stop(0);
        dropping.close();
        executor.shutdownNow();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(HttpSmsGateway.class);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        int status = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            status = 401;
        } else if (status == 202) {
            String id = Objects.requireNonNull(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            arrived.add(read(body, id));
        }
        exchange.getResponseHeaders().set("Location", "/status/202");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Strictly: an object of two texts. */
    private static Arrived read(String body, String id) {
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), body)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(json.nextName()).isEqualTo("to");
            String to = json.nextStringValue();
            assertThat(json.nextName()).isEqualTo("text");
            String text = json.nextStringValue();
            assertThat(json.nextToken()).isEqualTo(JsonToken.END_OBJECT);
            return new Arrived(Objects.requireNonNull(to), Objects.requireNonNull(text), Optional.of(id));
        }
    }

    private void hang(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        awaitEnd();
    }

    /** Answers, and begins a body that does not end. */
    private void endless(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(202, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes each connection once something of a request was read. */
    private void drop() {
        while (!dropping.isClosed()) {
            try (Socket socket = dropping.accept()) {
                requests.incrementAndGet();
                socket.getInputStream().read(new byte[4096]);
            } catch (IOException closed) {
                // It is at its end, or the client at its own.
            }
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    // spotless:off
    private static DeliveryChannel at(URI uri) {
        Secret token = Secret.of(TOKEN);
        // readme: http
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        DeliveryChannel sms = new HttpSmsGateway(http, uri, token);
        // readme: end
        return sms;
    }
    // spotless:on

    @Override
    protected DeliveryChannel channel() {
        return at(uri("/status/202"));
    }

    @Override
    protected List<Arrived> arrived() {
        return arrived;
    }

    @Override
    protected Optional<DeliveryChannel> refusedChannel() {
        return Optional.of(at(uri("/status/400")));
    }

    @Override
    protected Optional<DeliveryChannel> hangingChannel() {
        return Optional.of(at(uri("/hangs")));
    }

    @Override
    protected Optional<DeliveryChannel> unreachableChannel() {
        return Optional.of(at(nobody()));
    }

    private static URI nobody() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @ParameterizedTest
    @DisplayName("D01 each status has its meaning, and none is answered by a second request")
    @CsvSource({
        "400,REJECTED",
        "404,REJECTED",
        "302,REJECTED",
        "429,UNREACHABLE",
        "503,UNREACHABLE",
        "500,UNCONFIRMED",
        "502,UNCONFIRMED",
        "504,UNCONFIRMED"
    })
    void status(int status, Reason reason) {
        assertThat(at(uri("/status/" + status)).deliver(Given.message())).isEqualTo(Given.refused(reason));
        assertThat(requests).hasValue(1);
        assertThat(arrived).isEmpty();
    }

    @Test
    void a_wrong_token_is_refused() {
        DeliveryChannel stranger = new HttpSmsGateway(HttpClient.newHttpClient(), uri("/status/202"), Secret.of("no"));
        assertThat(stranger.deliver(Given.message())).isEqualTo(Given.refused(Reason.REJECTED));
    }

    @Test
    @DisplayName("D02 a connection that breaks after the request: UNCONFIRMED, and no second request")
    void drops() {
        DeliveryChannel channel = at(URI.create("http://127.0.0.1:" + dropping.getLocalPort()));
        assertThat(channel.deliver(Given.message())).isEqualTo(Given.refused(Reason.UNCONFIRMED));
        assertThat(requests).hasValue(1);
    }

    @Test
    @DisplayName("D02 a gateway whose answer does not end has answered")
    void endless() {
        assertThat(at(uri("/endless")).deliver(Given.message())).isEqualTo(DeliveryResult.accepted());
    }

    @Test
    @DisplayName("D03 a connection that fails is tried once more, with the same key, for nothing was sent")
    void once_more() {
        AtomicInteger connections = new AtomicInteger();
        HttpClient http = HttpClient.newBuilder()
                .proxy(new FirstToNobody(connections))
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        PinMessage message = Given.message();
        DeliveryChannel channel = new HttpSmsGateway(http, uri("/status/202"), Secret.of(TOKEN));
        assertThat(channel.deliver(message)).isEqualTo(DeliveryResult.accepted());
        assertThat(connections).hasValue(2);
        assertThat(arrived)
                .singleElement()
                .satisfies(one -> assertThat(one.id()).contains(message.id().value()));
    }

    /** The first connection goes where nobody listens. */
    private static final class FirstToNobody extends ProxySelector {
        private final AtomicInteger connections;

        FirstToNobody(AtomicInteger connections) {
            this.connections = connections;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return connections.incrementAndGet() == 1
                    ? List.of(new Proxy(
                            Proxy.Type.HTTP,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), nobody().getPort())))
                    : List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // It was meant to.
        }
    }

    @Test
    @DisplayName("L01 neither log nor channel nor result prints a PIN, a text, a number or the token")
    void nothing_personal() {
        PinMessage message = Given.message();
        List<Object> printed = new ArrayList<>();
        for (URI uri : List.of(
                uri("/status/202"),
                uri("/status/400"),
                uri("/status/503"),
                nobody(),
                URI.create("http://127.0.0.1:" + dropping.getLocalPort()))) {
            DeliveryChannel channel = at(uri);
            printed.add(channel.deliver(message));
            printed.add(channel);
        }
        assertThat(logged.list).isNotEmpty();
        logged.list.forEach(event -> printed.add(event.getFormattedMessage()));
        new LeakDetector().watch(message).watch("token", TOKEN).check(printed);
    }
}

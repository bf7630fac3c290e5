package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Message;
import dev.clave.spi.Secret;
import dev.clave.spi.SendId;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

// spotless:off
/**
 * The guide's sample of a gateway with an HTTP interface.
 *
 * @param http with a connectTimeout, and without redirects
 * @param gateway where messages are posted to
 * @param token who posts them
 */
public record HttpSmsGateway(HttpClient http, URI gateway, Secret token) implements DeliveryChannel {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSmsGateway.class);
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public DeliveryResult deliver(Message message) {
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + token.reveal())
                .header("Idempotency-Key", message.id().value())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(message)))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                return send(request, message.id());
            } catch (ConnectException | HttpConnectTimeoutException nothingWasSent) {
                if (attempt == 2) return refused(message.id(), Reason.UNREACHABLE, nothingWasSent);
            } catch (IOException noAnswer) {
                return refused(message.id(), Reason.UNCONFIRMED, noAnswer); // it may have been sent: not again
            }
        }
    }

    private DeliveryResult send(HttpRequest request, SendId id) throws IOException {
        try {
            var response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close(); // not read: it may be anything, and need not end
            int status = response.statusCode();
            return switch (status) {
                case 200, 201, 202, 204 -> DeliveryResult.accepted();
                case 429, 503 -> refused(id, Reason.UNREACHABLE, status); // not now
                default -> refused(id, status / 100 == 5 ? Reason.UNCONFIRMED : Reason.REJECTED, status);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return refused(id, Reason.UNCONFIRMED, stopped);
        }
    }

    /** What is logged is a status or the class of an exception: a message or a body may quote what was sent. */
    private static DeliveryResult refused(SendId id, Reason reason, Object why) {
        LOG.warn(
                "send {}: {}, {}",
                id.value(),
                reason,
                why instanceof Exception e ? e.getClass().getName() : why);
        return DeliveryResult.refused(reason);
    }

    private static String json(Message message) {
        StringWriter json = new StringWriter();
        try (JsonGenerator body = JSON.createGenerator(ObjectWriteContext.empty(), json)) {
            body.writeStartObject();
            body.writeStringProperty("to", message.to().value());
            body.writeStringProperty("text", message.text().reveal());
            body.writeEndObject();
        }
        return json.toString();
    }
}

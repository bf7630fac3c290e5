package dev.clave.example.quickstart;

import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A channel over a gateway that is spoken to by HTTP. */
// spotless:off
// readme: channel
public final class SmsGateway implements DeliveryChannel {
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI gateway;
    private final Duration patience;                 // how long a person may be kept waiting: 5 seconds

    // readme: pause
    /** To this gateway. */
    public SmsGateway(URI gateway, Duration patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    // readme: resume
    @Override
    public DeliveryResult deliver(Message message) {
        HttpRequest request = HttpRequest.newBuilder(gateway)
            .timeout(patience)
            .header("Idempotency-Key", message.id().value())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("to=" + form(message.to().value()) + "&text=" + form(message.text().reveal())))
            .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? DeliveryResult.accepted() : DeliveryResult.refused(Reason.REJECTED);
        } catch (ConnectException | HttpConnectTimeoutException nothingWasSent) {
            return DeliveryResult.refused(Reason.UNREACHABLE);
        } catch (IOException noAnswer) {
            return DeliveryResult.refused(Reason.UNCONFIRMED);       // it may have been sent: no second try
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return DeliveryResult.refused(Reason.UNCONFIRMED);
        }
    }

    private static String form(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
// readme: end
// spotless:on

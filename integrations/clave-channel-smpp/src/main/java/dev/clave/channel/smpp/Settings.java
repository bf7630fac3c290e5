package dev.clave.channel.smpp;

import dev.clave.spi.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLSocketFactory;

/** What a channel was opened with. */
record Settings(
        String host,
        int port,
        Optional<SSLSocketFactory> tls,
        String systemId,
        Secret password,
        String systemType,
        String serviceType,
        Source source,
        Alphabet alphabet,
        int window,
        Duration timeout,
        Duration enquireLink,
        Optional<Consumer<DeliveryReceipt>> receipts,
        InstantSource clock,
        LongSupplier nanoTime) {

    /** What the log calls the other side. */
    String peer() {
        return host + ":" + port;
    }
}

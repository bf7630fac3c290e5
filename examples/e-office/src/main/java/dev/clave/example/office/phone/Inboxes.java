package dev.clave.example.office.phone;

import dev.clave.spi.Address;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.Route;
import dev.clave.spring.boot.SocketDecorator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What has arrived on the phones, with the time. It stands around the gateway for SMS, whichever that is, so that a message is here when the
 * gateway has taken it. Nodes that are to show the same phones share one. Safe for use by many threads.
 */
public final class Inboxes implements SocketDecorator {
    /** On one phone; older ones go. */
    static final int MOST = 50;

    private final Map<Address, List<Arrival>> byPhone = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /**
     * Phones on which nothing has arrived.
     *
     * @param clock tells when something arrives
     */
    public Inboxes(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public DeliveryChannel channel(Route route, DeliveryChannel channel) {
        return route == Route.SMS ? message -> deliver(channel, message) : channel;
    }

    private DeliveryResult deliver(DeliveryChannel gateway, Message message) {
        DeliveryResult result = gateway.deliver(message);
        if (result.equals(DeliveryResult.accepted())) {
            Arrival arrival = Arrival.of(message, clock.instant());
            byPhone.merge(message.to(), List.of(arrival), (inbox, one) -> with(inbox, arrival));
        }
        return result;
    }

    /** What is on a phone, the newest first. */
    List<Arrival> of(PhoneNumber phone) {
        return byPhone.getOrDefault(phone, List.of());
    }

    /** A message that was handed over twice is one message. */
    private static List<Arrival> with(List<Arrival> inbox, Arrival arrival) {
        if (inbox.stream().anyMatch(one -> one.id().equals(arrival.id()))) {
            return inbox;
        }
        return Stream.concat(Stream.of(arrival), inbox.stream()).limit(MOST).toList();
    }
}

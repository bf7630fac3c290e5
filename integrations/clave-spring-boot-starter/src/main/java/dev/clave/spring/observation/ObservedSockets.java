package dev.clave.spring.observation;

import dev.clave.MemoryPinStore;
import dev.clave.spi.AppNotice;
import dev.clave.spi.AuditSink;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.DeviceRegistry;
import dev.clave.spi.Message;
import dev.clave.spi.PersonRegistry;
import dev.clave.spi.PinMessage;
import dev.clave.spi.PinStore;
import dev.clave.spi.Route;
import dev.clave.spring.boot.SocketDecorator;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.Objects;

/**
 * Observations of what the application does for clave: {@code clave.registry}, {@code clave.store}, {@code clave.delivery}, {@code
 * clave.audit} and {@code clave.devices}. They tell how long a call took, how it ended ({@code result}) and what it threw ({@code
 * exception}, the simple name of its type). Each has one more key: {@code operation}; for a delivery {@code route} and {@code message};
 * for the audit {@code event}. There are only as many values as there are methods, types and reasons; none is about a person.
 *
 * <p>An exception is observed as a {@link SocketFailedException}, without its words, its cause and its stack. A store in memory is left as
 * it is.
 */
public final class ObservedSockets implements SocketDecorator {
    private final SocketObservations observations;

    /**
     * Observes with a registry.
     *
     * @param registry where observations go
     */
    public ObservedSockets(ObservationRegistry registry) {
        observations = new SocketObservations(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public PersonRegistry registry(PersonRegistry registry) {
        return number -> SocketObservations.observe(
                observations.of("registry", "operation", "find"), () -> registry.find(number), person -> "answered");
    }

    @Override
    public PinStore store(PinStore store) {
        return store instanceof MemoryPinStore ? store : new ObservedStore(store, observations);
    }

    @Override
    public DeliveryChannel channel(Route route, DeliveryChannel channel) {
        return message -> SocketObservations.observe(
                observations
                        .of("delivery", "route", route.name().toLowerCase(Locale.ROOT))
                        .lowCardinalityKeyValue("message", kind(message)),
                () -> channel.deliver(message),
                ObservedSockets::result);
    }

    @Override
    public AuditSink audit(AuditSink audit) {
        return event -> SocketObservations.observe(
                observations.of("audit", "event", event.getClass().getSimpleName()),
                () -> {
                    audit.record(event);
                    return event;
                },
                recorded -> "recorded");
    }

    @Override
    public DeviceRegistry devices(DeviceRegistry devices) {
        return new ObservedDevices(devices, observations);
    }

    private static String kind(Message message) {
        if (message instanceof PinMessage) {
            return "pin";
        }
        return message instanceof AppNotice ? "app_notice" : "security_notice";
    }

    private static String result(DeliveryResult result) {
        return result instanceof DeliveryResult.Refused refused
                ? refused.reason().name().toLowerCase(Locale.ROOT)
                : "accepted";
    }
}

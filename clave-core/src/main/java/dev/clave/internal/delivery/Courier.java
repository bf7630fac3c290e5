package dev.clave.internal.delivery;

import dev.clave.Purpose;
import dev.clave.internal.guard.Host;
import dev.clave.internal.texts.MessageTexts;
import dev.clave.spi.Address;
import dev.clave.spi.AppNotice;
import dev.clave.spi.AuditEvent;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
import dev.clave.spi.Device;
import dev.clave.spi.Message;
import dev.clave.spi.Person;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.Route;
import dev.clave.spi.Secret;
import dev.clave.spi.SecurityNotice;
import dev.clave.spi.SendId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes messages and hands them to the host's channels. A channel that throws has refused, and so has one that is not there. */
public final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Map<Route, DeliveryChannel> channels;
    private final MessageTexts texts;

    /** A courier for these channels. */
    public Courier(Map<Route, DeliveryChannel> channels, MessageTexts texts) {
        this.channels = new EnumMap<>(channels);
        this.texts = texts;
    }

    /** Sends a PIN by SMS. */
    public DeliveryResult sendPin(
            SendId id, Person person, PhoneNumber phone, Purpose purpose, Secret pin, Instant expiresAt) {
        Secret text = texts.pinText(person.language(), purpose, pin, expiresAt);
        return deliver(Route.SMS, new PinMessage(id, phone, person.language(), text, pin, expiresAt));
    }

    /**
     * Tells the app that there is a PIN, which the message does not carry. An app that cannot be told, because the host has no push
     * service or the device gave no address, is looked at by the person without being told.
     */
    public DeliveryResult sendAppNotice(
            SendId id, Person person, Device device, AuditEvent.PurposeKind purpose, Instant expiresAt) {
        if (device.push().isEmpty() || !channels.containsKey(Route.APP)) {
            return DeliveryResult.accepted();
        }
        Secret text = texts.appText(person.language(), purpose);
        return deliver(Route.APP, new AppNotice(id, device.push().get(), person.language(), text, purpose, expiresAt));
    }

    /** Sends a notice by SMS; whether it arrives changes nothing. */
    public void sendNotice(SendId id, Person person, PhoneNumber phone, SecurityNotice.Kind kind) {
        notice(Route.SMS, id, person, phone, kind);
    }

    /** Tells a device that another one has taken its place; whether it arrives changes nothing. */
    public void sendReplaced(SendId id, Person person, Device replaced) {
        if (channels.containsKey(Route.APP)) {
            replaced.push().ifPresent(to -> notice(Route.APP, id, person, to, SecurityNotice.Kind.DEVICE_REPLACED));
        }
    }

    private void notice(Route route, SendId id, Person person, Address to, SecurityNotice.Kind kind) {
        Secret text = texts.noticeText(person.language(), kind);
        DeliveryResult result = deliver(route, new SecurityNotice(id, to, person.language(), text, kind));
        if (result instanceof DeliveryResult.Refused refused) {
            LOG.warn("A security notice ({}) was not sent: {}", kind, refused.reason());
        }
    }

    private DeliveryResult deliver(Route route, Message message) {
        DeliveryChannel channel = channels.get(route);
        if (channel == null) {
            return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
        }
        try {
            DeliveryResult result = channel.deliver(message);
            return result == null ? failed(route, "null was returned") : result;
        } catch (Throwable thrown) {
            return failed(route, Host.survived(thrown).getClass().getName());
        }
    }

    private static DeliveryResult failed(Route route, String what) {
        LOG.warn("The channel for {} failed: {}", route, what);
        return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
    }
}

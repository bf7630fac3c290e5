package dev.clave.internal.delivery;

import dev.clave.Purpose;
import dev.clave.internal.guard.Host;
import dev.clave.internal.texts.MessageTexts;
import dev.clave.spi.DeliveryChannel;
import dev.clave.spi.DeliveryResult;
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

/** Writes messages and hands them to the host's channels. A channel that throws has refused. */
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
        return deliver(new PinMessage(id, phone, person.language(), text, pin, expiresAt));
    }

    /** Sends a notice by SMS; whether it arrives changes nothing. */
    public void sendNotice(SendId id, Person person, PhoneNumber phone, SecurityNotice.Kind kind) {
        Secret text = texts.noticeText(person.language(), kind);
        DeliveryResult result = deliver(new SecurityNotice(id, phone, person.language(), text, kind));
        if (result instanceof DeliveryResult.Refused refused) {
            LOG.warn("A security notice ({}) was not sent: {}", kind, refused.reason());
        }
    }

    private DeliveryResult deliver(Message message) {
        DeliveryChannel channel = channels.get(Route.SMS);
        if (channel == null) {
            return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
        }
        try {
            DeliveryResult result = channel.deliver(message);
            return result == null ? failed("null was returned") : result;
        } catch (Throwable thrown) {
            return failed(Host.survived(thrown).getClass().getName());
        }
    }

    private static DeliveryResult failed(String what) {
        LOG.warn("The channel for {} failed: {}", Route.SMS, what);
        return DeliveryResult.refused(DeliveryResult.Reason.UNREACHABLE);
    }
}

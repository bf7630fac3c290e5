package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryResult.Reason;
import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.SendId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jsmpp.PDUStringException;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.PDUComposer;
import org.jspecify.annotations.Nullable;

/** A message as a submit_sm. */
final class Submission {
    private static final PDUComposer COMPOSER = new DefaultComposer();
    private static final byte INTERNATIONAL = 1;
    private static final byte ISDN = 1;
    private static final byte ZERO = 0;
    private static final byte FINAL_RECEIPT = 1;

    /** A gateway may take a relative time of days, not of months. */
    private static final Duration LONGEST = Duration.ofDays(28).minusSeconds(1);

    private final Settings settings;
    private final SendId id;
    private final String to;
    private final @Nullable String validity;
    private final byte[] text;

    private Submission(Settings settings, SendId id, String to, @Nullable String validity, byte[] text) {
        this.settings = settings;
        this.id = id;
        this.to = to;
        this.validity = validity;
        this.text = text;
    }

    /** The submit_sm of a message; one that cannot be sent is rejected. */
    static Submission of(Message message, Settings settings) throws Undelivered {
        if (!(message.to() instanceof PhoneNumber phone)) {
            throw rejected("it does not go to a telephone number: this channel is for Route.SMS");
        }
        byte[] text = settings.alphabet()
                .encode(message.text().reveal())
                .orElseThrow(() -> rejected("its text is not one segment in " + settings.alphabet()));
        String validity = message instanceof PinMessage pin
                ? validity(pin.expiresAt(), settings.clock().instant())
                : null;
        return new Submission(settings, message.id(), phone.value().substring(1), validity, text);
    }

    private static Undelivered rejected(String why) {
        return new Undelivered(Reason.REJECTED, why);
    }

    /** How long the SMSC may try, as a relative time (SMPP 3.4, 7.1.1.2): a dead PIN need not arrive. */
    private static String validity(Instant expiresAt, Instant now) throws Undelivered {
        Duration left = Duration.between(now, expiresAt);
        if (left.toSeconds() <= 0) {
            throw rejected("its PIN has expired");
        }
        Duration told = left.compareTo(LONGEST) > 0 ? LONGEST : left;
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                told.toDaysPart(),
                told.toHoursPart(),
                told.toMinutesPart(),
                told.toSecondsPart());
    }

    SendId id() {
        return id;
    }

    /** The octets to be written. */
    byte[] pdu(int sequence) throws Undelivered {
        Source source = settings.source();
        byte receipt = settings.receipts().isPresent() ? FINAL_RECEIPT : ZERO;
        byte dataCoding = settings.alphabet().dataCoding();
        try {
            return COMPOSER.submitSm(
                    sequence,
                    settings.serviceType(),
                    (byte) source.ton(),
                    (byte) source.npi(),
                    source.address(),
                    INTERNATIONAL,
                    ISDN,
                    to,
                    ZERO,
                    ZERO,
                    ZERO,
                    null,
                    validity,
                    receipt,
                    ZERO,
                    dataCoding,
                    ZERO,
                    text);
        } catch (PDUStringException unfit) {
            throw rejected("a field of it does not fit into a submit_sm"); // What is thrown quotes it.
        }
    }
}

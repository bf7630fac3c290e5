package dev.clave.channel.smpp;

import dev.clave.spi.DeliveryResult.Reason;

/** A message was not taken on, or that is not known. Its text is for the log, and has nothing of the message. */
final class Undelivered extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Undelivered(Reason reason, String why) {
        super(why, null, false, false);
        this.reason = reason;
    }

    /** Nothing was sent. */
    static Undelivered unreachable(String why) {
        return new Undelivered(Reason.UNREACHABLE, why);
    }

    /** It may have been sent. */
    static Undelivered unconfirmed(String why) {
        return new Undelivered(Reason.UNCONFIRMED, why);
    }

    Reason reason() {
        return reason;
    }
}

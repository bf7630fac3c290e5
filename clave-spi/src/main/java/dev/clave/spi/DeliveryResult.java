package dev.clave.spi;

import java.util.Objects;

/** What a channel made of a message. */
public sealed interface DeliveryResult {

    /** The gateway has taken it on. That it arrives is not promised. */
    record Accepted() implements DeliveryResult {}

    /**
     * It was not taken on, or that is not known.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements DeliveryResult {
        /**
         * Refuses null.
         *
         * @param reason why
         */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why a message was not taken on. */
    enum Reason {
        /** The gateway does not deliver this message, or not to this number; trying again would not help. */
        REJECTED,
        /** The gateway cannot be reached or is out of order: nothing was sent. */
        UNREACHABLE,
        /** The host's own ceiling is reached: nothing was sent. */
        OVER_LIMIT,
        /** No answer came in time: the message may have been sent and may still arrive. No other route is tried. */
        UNCONFIRMED
    }

    /**
     * The gateway has taken it on.
     *
     * @return that result
     */
    static DeliveryResult accepted() {
        return new Accepted();
    }

    /**
     * It was not taken on, or that is not known.
     *
     * @param reason why
     * @return that result
     */
    static DeliveryResult refused(Reason reason) {
        return new Refused(reason);
    }
}

package dev.clave.channel.smpp;

import dev.clave.spi.SendId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the SMSC tells later of a message that it has taken on: for counting, for statistics, for a support desk. It
 * leads nowhere in clave: no login is opened, granted or ended by it. It holds neither number nor text.
 *
 * @param sendId the message; empty if this channel does not know it (any more): it was sent by another process, before
 *     a restart, or longer ago than the last 10,000 messages
 * @param messageId the name that the SMSC gave it, 1 to 64 printable ASCII characters
 * @param state what became of it
 */
public record DeliveryReceipt(Optional<SendId> sendId, String messageId, State state) {
    /**
     * Refuses null.
     *
     * @param sendId the message, if it is known
     * @param messageId the name that the SMSC gave it
     * @param state what became of it
     */
    public DeliveryReceipt {
        Objects.requireNonNull(sendId, "sendId");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(state, "state");
    }

    /** What became of a message: {@code message_state} of SMPP 3.4, 5.2.28. */
    public enum State {
        /** It is on its way. */
        EN_ROUTE(1, "ENROUTE"),
        /** It is on the phone. */
        DELIVERED(2, "DELIVRD"),
        /** Its validity period ended before it could be delivered. */
        EXPIRED(3, "EXPIRED"),
        /** It was deleted at the SMSC. */
        DELETED(4, "DELETED"),
        /** It cannot be delivered. */
        UNDELIVERABLE(5, "UNDELIV"),
        /** The SMSC's customer service took it on for the subscriber. */
        ACCEPTED(6, "ACCEPTD"),
        /** The SMSC does not know, or says something that SMPP 3.4 does not have. */
        UNKNOWN(7, "UNKNOWN"),
        /** It was rejected on the way. */
        REJECTED(8, "REJECTD");

        private final int number;
        private final String word;

        State(int number, String word) {
            this.number = number;
            this.word = word;
        }

        byte number() {
            return (byte) number;
        }

        /** By the number in a TLV. */
        static State of(int number) {
            return Stream.of(values())
                    .filter(state -> state.number == number)
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        /** By the word in the text of a receipt. */
        static State of(String word) {
            return Stream.of(values())
                    .filter(state -> state.word.equalsIgnoreCase(word))
                    .findFirst()
                    .orElse(UNKNOWN);
        }

        /** Whether nothing more is to come. */
        boolean isFinal() {
            return this != EN_ROUTE;
        }
    }
}

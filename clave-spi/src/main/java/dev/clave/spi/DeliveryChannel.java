package dev.clave.spi;

/**
 * How a message reaches a person: an SMS gateway, or the push service of an app.
 *
 * <p><b>Who calls it:</b> the step that makes a PIN, after the entry that records it is written; and the step that
 * ends in a block or half-way to it, or activates a device, with a notice. <b>Concurrently:</b> yes, from any thread. <b>May it block:</b>
 * yes, the person waits for it; give it a deadline of a few seconds ({@link DeadlineChannel}). <b>A throw</b> counts
 * as {@link DeliveryResult.Reason#UNREACHABLE}.
 *
 * <p>A message is handed over once. A channel that itself tries again does so with the same {@link Message#id}; what
 * it is given may be neither logged nor kept. A ceiling over all persons (so that nobody spends the host's money)
 * belongs here.
 */
@FunctionalInterface
public interface DeliveryChannel {

    /**
     * Hands a message to the gateway.
     *
     * @param message what to send, and where
     * @return whether the gateway has taken it on; never null
     */
    DeliveryResult deliver(Message message);
}

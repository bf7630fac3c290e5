package dev.clave.spring.observation;

import java.util.Optional;

/**
 * What a channel knows of itself, for the health of the application. A bean that implements it, the channel or another, is asked.
 *
 * <p><b>Who calls it:</b> each health check. <b>Concurrently:</b> yes. <b>May it block:</b> no: tell what is known, such as whether the
 * connection to the gateway stands or how the last messages went; nothing may be sent to find out. <b>A throw</b> counts as trouble.
 */
@FunctionalInterface
public interface ChannelHealth {

    /**
     * What is wrong.
     *
     * @return a sentence for the operator, without addresses and personal data; empty when messages can be sent, as far as is known
     */
    Optional<String> trouble();
}

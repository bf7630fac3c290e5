package dev.clave.example.office.phone;

import dev.clave.spi.Message;
import dev.clave.spi.PinMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * An SMS in an inbox.
 *
 * @param id the name of its sending
 * @param at when it arrived
 * @param text the text, as it was sent
 * @param pin the PIN in it, where there is one
 */
record Arrival(String id, Instant at, String text, Optional<String> pin) {

    static Arrival of(Message message, Instant at) {
        Optional<String> pin =
                message instanceof PinMessage withPin ? Optional.of(withPin.revealPin()) : Optional.empty();
        return new Arrival(message.id().value(), at, message.text().reveal(), pin);
    }

    /** Without what is written in it. */
    @Override
    public String toString() {
        return "Arrival[" + id + ", " + at + "]";
    }
}

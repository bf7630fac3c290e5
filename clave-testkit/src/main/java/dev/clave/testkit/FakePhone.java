package dev.clave.testkit;

import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import dev.clave.spi.SecurityNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A phone, whose inbox is read as its owner reads it. Reading fails as soon as the gateway has been given something
 * that no gateway should be given.
 */
public final class FakePhone {
    private final PhoneNumber number;
    private final Supplier<List<Message>> inbox;

    FakePhone(PhoneNumber number, Supplier<List<Message>> inbox) {
        this.number = number;
        this.inbox = inbox;
    }

    /**
     * The phone's number.
     *
     * @return the number
     */
    public PhoneNumber number() {
        return number;
    }

    /**
     * All that has arrived, the oldest first.
     *
     * @return a copy
     */
    public List<Message> messages() {
        return inbox.get();
    }

    /**
     * The messages with a PIN, the oldest first.
     *
     * @return a copy
     */
    public List<PinMessage> pinMessages() {
        return all(PinMessage.class);
    }

    /**
     * The notices, the oldest first.
     *
     * @return a copy
     */
    public List<SecurityNotice> notices() {
        return all(SecurityNotice.class);
    }

    /**
     * How many messages have arrived.
     *
     * @return the number of messages, notices included
     */
    public int received() {
        return messages().size();
    }

    /**
     * What the last message says.
     *
     * @return the text
     * @throws AssertionError if nothing has arrived
     */
    public String lastText() {
        return last(messages()).text().reveal();
    }

    /**
     * The PIN of the last message that has one. That the text shows it as a word of its own was checked when it came.
     *
     * @return the PIN, as the person types it
     * @throws AssertionError if no PIN has arrived
     */
    public String lastPin() {
        return last(pinMessages()).revealPin();
    }

    private <M extends Message> M last(List<M> some) {
        if (some.isEmpty()) {
            throw new AssertionError("no such message has arrived at " + number.masked());
        }
        return some.get(some.size() - 1);
    }

    private <M extends Message> List<M> all(Class<M> type) {
        List<M> found = new ArrayList<>();
        for (Message message : messages()) {
            if (type.isInstance(message)) {
                found.add(type.cast(message));
            }
        }
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return "FakePhone[" + number.masked() + "]";
    }
}

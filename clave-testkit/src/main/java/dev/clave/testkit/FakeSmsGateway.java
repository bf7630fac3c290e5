package dev.clave.testkit;

import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import java.util.Objects;
import java.util.Optional;

/**
 * A gateway that puts messages into the inboxes of {@linkplain #phoneOf phones}, and that can refuse, fail and hang.
 *
 * <p>It is strict. A text that is not one segment of the GSM 7-bit default alphabet, a PIN that its text does not
 * show, a message to an app, or a send id that comes again with another message is an {@link AssertionError} at that
 * call, and at every later look into an inbox, for the caller may have taken the first one for an outage. A message
 * that comes again whole, with its send id, is accepted and arrives once.
 */
public final class FakeSmsGateway extends FakeGateway {

    /** A gateway that works. */
    public FakeSmsGateway() {
        super("the gateway");
    }

    /**
     * The phone with a number.
     *
     * @param number the number
     * @return the phone
     */
    public FakePhone phoneOf(PhoneNumber number) {
        Objects.requireNonNull(number, "number");
        return new FakePhone(number, () -> sentTo(number));
    }

    /**
     * The phone of a person, as the person came ready-made.
     *
     * @param person whose
     * @return the phone
     */
    public FakePhone phoneOf(FakePerson person) {
        return phoneOf(person.phone());
    }

    @Override
    Optional<String> problem(Message message) {
        return Sms.problem(message);
    }
}

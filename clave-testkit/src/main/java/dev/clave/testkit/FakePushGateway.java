package dev.clave.testkit;

import dev.clave.spi.AppNotice;
import dev.clave.spi.Message;
import dev.clave.spi.PushAddress;
import dev.clave.spi.SecurityNotice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A push service that tells apps that there is something to look at, and that can refuse, fail and hang.
 *
 * <p>It is strict. A message that is neither an {@link AppNotice} nor a {@link SecurityNotice}, one that does not go
 * to a {@link PushAddress}, a text that does not fit a notice (1 to 160 characters without a line break), or a send id that
 * comes again with another message is an {@link AssertionError} at that call, and at every later look at what was sent,
 * for the caller may have taken the first one for an outage. A message that comes again whole, with its send id, is
 * accepted and arrives once.
 */
public final class FakePushGateway extends FakeGateway {
    private static final int LONGEST = 160;
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    /** A push service that works. */
    public FakePushGateway() {
        super("the push service");
    }

    /**
     * What has arrived at an address.
     *
     * @param address where, as the app gave it at its activation
     * @return a copy, the oldest first
     */
    public List<Message> noticesOf(PushAddress address) {
        return sentTo(Objects.requireNonNull(address, "address"));
    }

    /**
     * What has arrived at a device.
     *
     * @param device which
     * @return a copy, the oldest first
     */
    public List<Message> noticesOf(FakeDevice device) {
        return noticesOf(PushAddress.of(device.pushAddress()));
    }

    @Override
    Optional<String> problem(Message message) {
        if (!(message instanceof AppNotice) && !(message instanceof SecurityNotice)) {
            return Optional.of("a PIN does not go through a push service in clear");
        }
        if (!(message.to() instanceof PushAddress)) {
            return Optional.of("it goes to a telephone number, and a push service knows apps alone");
        }
        return fits(message.text().reveal())
                ? Optional.empty()
                : Optional.of("the text of a notice has 1 to " + LONGEST + " characters and no line break");
    }

    private static boolean fits(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !LINE_BREAK.matcher(text).find();
    }
}

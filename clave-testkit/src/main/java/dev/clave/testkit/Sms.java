package dev.clave.testkit;

import dev.clave.spi.Message;
import dev.clave.spi.PhoneNumber;
import dev.clave.spi.PinMessage;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an SMS must be like: to a telephone number, one segment of the GSM 7-bit default alphabet (3GPP TS 23.038), and
 * the PIN in it.
 */
final class Sms {
    static final int SEGMENT = 160;

    private static final String ONE_SEPTET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String TWO_SEPTETS = "\f^{}\\[~]|€";
    private static final Pattern SEND_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private Sms() {}

    /** The one thing that is wrong with a message; it repeats nothing of it. */
    static Optional<String> problem(Message message) {
        String text = message.text().reveal();
        int septets = septets(text);
        if (!(message.to() instanceof PhoneNumber)) {
            return Optional.of("it goes to an app, and a gateway for texts knows telephone numbers alone");
        }
        if (!SEND_ID.matcher(message.id().value()).matches()) {
            return Optional.of("a send id has 1 to 64 ASCII letters, digits and dashes");
        }
        if (septets < 0) {
            return Optional.of("the text has a character that is not in the GSM 7-bit default alphabet");
        }
        if (septets == 0 || septets > SEGMENT) {
            return Optional.of("the text has " + septets + " septets; one segment has 1 to " + SEGMENT);
        }
        if (message instanceof PinMessage pin && !shows(text, pin.revealPin())) {
            return Optional.of("the text does not show the PIN as a word of its own");
        }
        return Optional.empty();
    }

    /** How many septets a text takes; -1 when it has a character outside the alphabet. */
    static int septets(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ONE_SEPTET.indexOf(text.charAt(i)) >= 0) {
                septets++;
            } else if (TWO_SEPTETS.indexOf(text.charAt(i)) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }

    private static boolean shows(String text, String pin) {
        String word = "(?<![A-Za-z0-9])" + Pattern.quote(pin) + "(?![A-Za-z0-9])";
        return !pin.isEmpty() && Pattern.compile(word).matcher(text).find();
    }
}

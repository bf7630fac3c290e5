package dev.clave.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** The GSM 7-bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1), one septet in each octet. */
final class Gsm7 {
    /** The septets of one segment. */
    private static final int SEGMENT = 160;

    /** Announces a septet of the extension table; in the default alphabet it stands for nothing. */
    private static final char ESCAPE = 0x1B;

    /** A character's septet is its place. */
    private static final String DEFAULT = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ" + ESCAPE + "ÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** The septets of the extension table, in the order of its characters. */
    private static final int[] EXTENSION_SEPTETS = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private Gsm7() {}

    /** The septets; empty if a character has none, or there are more than a segment takes. */
    static Optional<byte[]> encode(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(SEGMENT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int basic = c == ESCAPE ? -1 : DEFAULT.indexOf(c);
            int extended = basic < 0 ? extended(c) : -1;
            if (basic < 0 && extended < 0) {
                return Optional.empty();
            }
            if (extended >= 0) {
                septets.write(ESCAPE);
            }
            septets.write(Math.max(basic, extended));
        }
        return septets.size() > SEGMENT ? Optional.empty() : Optional.of(septets.toByteArray());
    }

    private static int extended(char c) {
        int place = EXTENSION.indexOf(c);
        return place < 0 ? -1 : EXTENSION_SEPTETS[place];
    }
}

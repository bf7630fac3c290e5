package dev.clave.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the characters of a message travel to the SMSC: the octets, and the {@code data_coding} that announces them.
 * Whatever is chosen, a text must be one segment of the GSM 7-bit alphabet, as clave's are.
 *
 * <p>UCS-2 is not offered: its segment has room for 70 characters, and clave's texts are longer.
 */
public enum Alphabet {
    /** {@code data_coding} 0, one septet of 3GPP TS 23.038 in each octet. What SMPP means, unless the SMSC says otherwise. */
    GSM_7(0),
    /** {@code data_coding} 3, ISO 8859-1. It has neither the euro sign nor Greek letters: such texts are refused. */
    LATIN_1(3),
    /** {@code data_coding} 0, for an SMSC whose default alphabet is ISO 8859-1. Such texts are refused as well. */
    LATIN_1_AS_DEFAULT(0);

    private final byte dataCoding;

    Alphabet(int dataCoding) {
        this.dataCoding = (byte) dataCoding;
    }

    byte dataCoding() {
        return dataCoding;
    }

    /** The octets; empty if a character has none, or the text is longer than a segment. */
    Optional<byte[]> encode(String text) {
        Optional<byte[]> septets = Gsm7.encode(text);
        if (this == GSM_7 || septets.isEmpty()) {
            return septets;
        }
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                ? Optional.of(text.getBytes(StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }
}

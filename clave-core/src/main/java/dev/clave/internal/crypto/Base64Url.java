package dev.clave.internal.crypto;

import java.util.Base64;
import java.util.Optional;

/** URL-safe Base64 without padding, of which each list of bytes has exactly one text. */
public final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Base64Url() {}

    /** The one text of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of a text; empty when it is not the one text of any. */
    public static Optional<byte[]> decode(String text) {
        if (!isCanonical(text)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** How many characters so many bytes take. */
    public static int lengthOf(int bytes) {
        return (8 * bytes + 5) / 6;
    }

    /** No padding, and no bits in the last letter that no byte takes. What else is wrong the decoder notices. */
    private static boolean isCanonical(String text) {
        if (text.isEmpty()) {
            return true;
        }
        int last = ALPHABET.indexOf(text.charAt(text.length() - 1));
        int unused = switch (text.length() % 4) {
            case 2 -> 0b1111;
            case 3 -> 0b11;
            default -> 0;
        };
        return last >= 0 && (last & unused) == 0;
    }
}

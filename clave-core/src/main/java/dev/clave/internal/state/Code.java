package dev.clave.internal.state;

/**
 * The four characters that the page shows beside the PIN, in one word.
 *
 * @param packed a byte for each character
 */
public record Code(int packed) {
    private static final int LENGTH = 4;

    /** A code from four ASCII characters. */
    public static Code of(String text) {
        if (text.length() != LENGTH) {
            throw new IllegalArgumentException("a code has " + LENGTH + " characters");
        }
        int packed = 0;
        for (int i = 0; i < LENGTH; i++) {
            packed = (packed << 8) | (text.charAt(i) & 0x7F);
        }
        return new Code(packed);
    }

    /** The four characters. */
    public String text() {
        char[] text = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            text[i] = (char) ((packed >> (8 * (LENGTH - 1 - i))) & 0x7F);
        }
        return new String(text);
    }

    @Override
    public String toString() {
        return "Code[redacted]";
    }
}

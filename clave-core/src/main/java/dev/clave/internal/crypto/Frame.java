package dev.clave.internal.crypto;

import dev.clave.spi.Secret;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * A list of fields in bytes, each with its length before it, so that no two lists give the same bytes. Closing it
 * wipes it. For one thread.
 *
 * <p>A text is written unit by unit in the manner of UTF-8, surrogates each for themselves: no charset that puts one
 * question mark for many things comes between, and nothing is copied on the way.
 */
public final class Frame implements AutoCloseable {
    /** What most messages take behind their opening; more is made room for. */
    private static final int USUAL = 96;

    private byte[] bytes;
    private int length;

    private Frame(byte[] opening, int room) {
        bytes = Arrays.copyOf(opening, opening.length + room);
        length = opening.length;
    }

    /** A frame without fields. */
    public static Frame empty() {
        return new Frame(new byte[0], USUAL);
    }

    /** A frame that goes on where another one, made once for all, has ended. */
    public static Frame after(byte[] opening) {
        return after(opening, USUAL);
    }

    /** The same, with room for so many bytes, so that none are copied when there are more than usual. */
    static Frame after(byte[] opening, int room) {
        return new Frame(opening, room);
    }

    /** The fields that all messages of one kind begin with: what it is for, its format, and whose it is. */
    static byte[] opening(String label, int format, String tenant) {
        try (Frame frame = empty()) {
            return frame.text(label).number(format).text(tenant).toBytes();
        }
    }

    /** Adds bytes. */
    public Frame bytes(byte[] field) {
        begin(field.length);
        System.arraycopy(field, 0, bytes, length, field.length);
        length += field.length;
        return this;
    }

    /** Adds 64 bits. */
    public Frame number(long field) {
        begin(Long.BYTES);
        put(field);
        return this;
    }

    /** Adds 128 bits. */
    public Frame words(long high, long low) {
        begin(2 * Long.BYTES);
        put(high);
        put(low);
        return this;
    }

    /** Adds a text. */
    public Frame text(CharSequence field) {
        int start = length + Integer.BYTES;
        begin(3 * field.length());
        for (int i = 0; i < field.length(); i++) {
            put(field.charAt(i));
        }
        putInt(start - Integer.BYTES, length - start);
        return this;
    }

    /** Adds a secret. */
    public Frame secret(Secret field) {
        return text(field.reveal());
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void digestedBy(MessageDigest digest) {
        digest.update(bytes, 0, length);
    }

    private void begin(int most) {
        int needed = length + Integer.BYTES + most;
        if (needed > bytes.length) {
            byte[] larger = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
            Arrays.fill(bytes, (byte) 0);
            bytes = larger;
        }
        putInt(length, most);
        length += Integer.BYTES;
    }

    private void putInt(int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (8 * (Integer.BYTES - 1 - i)));
        }
    }

    private void put(long value) {
        putInt(length, (int) (value >>> Integer.SIZE));
        putInt(length + Integer.BYTES, (int) value);
        length += Long.BYTES;
    }

    private void put(char unit) {
        if (unit < 0x80) {
            bytes[length++] = (byte) unit;
        } else if (unit < 0x800) {
            bytes[length++] = (byte) (0xC0 | (unit >> 6));
            bytes[length++] = (byte) (0x80 | (unit & 0x3F));
        } else {
            bytes[length++] = (byte) (0xE0 | (unit >> 12));
            bytes[length++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
            bytes[length++] = (byte) (0x80 | (unit & 0x3F));
        }
    }

    /** Wipes the bytes. */
    @Override
    public void close() {
        Arrays.fill(bytes, 0, length, (byte) 0);
    }

    @Override
    public String toString() {
        return "Frame[redacted]";
    }
}

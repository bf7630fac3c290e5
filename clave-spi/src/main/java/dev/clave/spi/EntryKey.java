package dev.clave.spi;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The key of an entry: a keyed pseudonym of 128 bits that says neither who nor what.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record EntryKey(long high, long low) {
    private static final int BYTES = 16;

    /**
     * A key from its bytes.
     *
     * @param bytes 16 bytes
     * @return the key
     * @throws IllegalArgumentException if there are not 16
     */
    public static EntryKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an entry key has 16 bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new EntryKey(buffer.getLong(), buffer.getLong());
    }

    /**
     * The key for a binary column, compared byte by byte.
     *
     * @return 16 bytes
     */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /**
     * The key for an engine whose keys are text.
     *
     * @return 32 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}

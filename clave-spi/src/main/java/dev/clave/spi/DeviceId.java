package dev.clave.spi;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The name of one activation of a device: random, never given twice, and no secret. The same phone that is activated again has
 * another one.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record DeviceId(long high, long low) {
    /** How many bytes it has. */
    public static final int BYTES = 16;

    /**
     * An id from its bytes.
     *
     * @param bytes 16 bytes
     * @return the id
     * @throws IllegalArgumentException if there are not 16
     */
    public static DeviceId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a device id has " + BYTES + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new DeviceId(buffer.getLong(), buffer.getLong());
    }

    /**
     * An id from its hexadecimal digits.
     *
     * @param hex 32 digits, as {@link #hex} gives them
     * @return the id
     * @throws IllegalArgumentException if it has another form
     */
    public static DeviceId of(String hex) {
        try {
            return of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("a device id has " + 2 * BYTES + " hexadecimal digits");
        }
    }

    /**
     * The id for a binary column.
     *
     * @return 16 bytes
     */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /**
     * The id for a page, a form or a column of text.
     *
     * @return 32 lower-case hexadecimal digits
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The hexadecimal digits. */
    @Override
    public String toString() {
        return hex();
    }
}

package dev.clave.internal.state;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The name of a login: the SHA-256 of its secret, cut to 128 bits. It is no secret.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record LoginId(long high, long low) {
    /** How many bytes it has. */
    public static final int BYTES = 16;

    /** An id from the first 16 bytes of this. */
    public static LoginId of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new LoginId(buffer.getLong(), buffer.getLong());
    }

    /** The id in bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** The id in 32 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }
}

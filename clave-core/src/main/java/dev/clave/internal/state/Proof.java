package dev.clave.internal.state;

import java.nio.ByteBuffer;

/**
 * A message authentication code by which an entry recognises its PIN without holding it: 256 bits, as four words, which is half of what an
 * array takes.
 */
public record Proof(long a, long b, long c, long d) {
    /** How many bytes it has; a shorter one is no proof. */
    public static final int BYTES = 32;

    /** A proof from exactly 32 bytes. */
    public static Proof of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a proof has " + BYTES + " bytes");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Proof(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** The proof in bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(a)
                .putLong(b)
                .putLong(c)
                .putLong(d)
                .array();
    }

    /** Whether they are the same; takes the same time whatever the answer. */
    public boolean matches(Proof other) {
        return ((a ^ other.a) | (b ^ other.b) | (c ^ other.c) | (d ^ other.d)) == 0;
    }

    @Override
    public String toString() {
        return "Proof[redacted]";
    }
}

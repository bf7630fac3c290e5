package dev.clave.store.redis;

import dev.clave.spi.StoredEntry;
import dev.clave.store.redis.RedisStoreException.Kind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An entry as one string of bytes: a format, the version, the time in milliseconds, the content. */
final class Layout {
    static final byte FORMAT = 1;
    static final int LARGEST_CONTENT = 2_000;
    static final int HEADER = 1 + Long.BYTES + Long.BYTES;
    static final int LARGEST = HEADER + LARGEST_CONTENT;

    private Layout() {}

    /** The bytes of an entry. */
    static byte[] encode(StoredEntry entry) {
        byte[] content = entry.content();
        if (content.length > LARGEST_CONTENT) {
            throw unfit("an entry has at most 2,000 bytes");
        }
        return ByteBuffer.allocate(HEADER + content.length)
                .put(FORMAT)
                .putLong(entry.version())
                .putLong(millis(entry.keepUntil()))
                .put(content)
                .array();
    }

    /** What the bytes of an entry with that version begin with. */
    static byte[] head(long version) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(FORMAT).putLong(version).array();
    }

    /** When Redis may forget an entry. It takes no time before 1970, and then any time that is over serves. */
    static long expiry(StoredEntry entry) {
        return Math.max(1, millis(entry.keepUntil()));
    }

    /** The entry of these bytes. */
    static StoredEntry decode(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw Failures.malformed("it is too long");
        }
        if (bytes[0] != FORMAT) {
            throw Failures.malformed("its format is unknown");
        }
        if (bytes.length < HEADER) {
            throw Failures.malformed("it is too short");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        long version = buffer.getLong();
        Instant keepUntil = Instant.ofEpochMilli(buffer.getLong());
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        return StoredEntry.of(version, keepUntil, content);
    }

    /** No part of a millisecond is cut off: that would forget it too early. */
    private static long millis(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw unfit("an entry is kept until a whole number of milliseconds");
        }
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException beyond) {
            throw unfit("a time to keep is beyond what milliseconds can tell");
        }
    }

    private static RedisStoreException unfit(String why) {
        return new RedisStoreException(Kind.UNFIT_ENTRY, why + ". Nothing was sent.");
    }
}

package dev.clave.spi;

import java.time.Instant;

/**
 * What a {@link PinStore} keeps under a key: a version, a time, and bytes that mean nothing to it.
 *
 * <p>A store outside this process keeps the three values, each without rounding, and gives them back with {@link #of}.
 * A store inside it may keep and give back the very object.
 */
public interface StoredEntry {

    /**
     * Distinguishes this entry from every other one that was ever written under its key; a later one has a greater
     * version.
     *
     * @return all 64 bits count
     */
    long version();

    /**
     * Until when the entry must be there. Later it may be forgotten.
     *
     * @return a time in whole milliseconds
     */
    Instant keepUntil();

    /**
     * The content, encoded; no secret and no personal data are in it.
     *
     * @return a few hundred bytes, 2,000 at the most; a fresh array at each call
     */
    byte[] content();

    /**
     * An entry as it was read.
     *
     * @param version the version, as it was written
     * @param keepUntil the time, as it was written
     * @param content the content, as it was written; it is copied
     * @return the entry
     */
    static StoredEntry of(long version, Instant keepUntil, byte[] content) {
        return new EncodedEntry(version, keepUntil, content.clone());
    }
}

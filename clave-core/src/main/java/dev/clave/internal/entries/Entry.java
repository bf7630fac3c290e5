package dev.clave.internal.entries;

import dev.clave.internal.state.EntryState;
import dev.clave.spi.StoredEntry;
import java.time.Instant;

/**
 * An entry as this process knows it. Its bytes are made only when a store asks for them.
 *
 * <p>The version is a hybrid logical clock: it is never used again for a key, never runs backwards, and tells the time of the write.
 */
public final class Entry implements StoredEntry {
    private static final int COUNTER_BITS = 20;

    private final long version;
    private final long keepUntil;
    private final EntryState state;

    Entry(long version, long keepUntil, EntryState state) {
        this.version = version;
        this.keepUntil = keepUntil;
        this.state = state;
    }

    static long nextVersion(long seen, long now) {
        return Math.max(seen + 1, now << COUNTER_BITS);
    }

    /** When a version was written, in milliseconds. */
    static long writtenAt(long version) {
        return version >> COUNTER_BITS;
    }

    EntryState state() {
        return state;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Instant keepUntil() {
        return Instant.ofEpochMilli(keepUntil);
    }

    @Override
    public byte[] content() {
        return EntryCodec.encode(state);
    }

    @Override
    public String toString() {
        return "StoredEntry[version=" + version + "]";
    }
}

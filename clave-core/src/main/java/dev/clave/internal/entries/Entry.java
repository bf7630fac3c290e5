package dev.clave.internal.entries;

import dev.clave.internal.state.EntryState;
import dev.clave.internal.state.OriginState;
import dev.clave.internal.state.PersonState;
import dev.clave.spi.StoredEntry;
import java.time.Instant;

/**
 * An entry as this process knows it. Its bytes are made only when a store asks for them.
 *
 * <p>The version is a hybrid logical clock: it is never used again for a key, never runs backwards, and tells the time of the write.
 */
abstract class Entry implements StoredEntry {
    private static final int COUNTER_BITS = 20;

    private final long version;
    private final long keepUntil;

    Entry(long version, long keepUntil) {
        this.version = version;
        this.keepUntil = keepUntil;
    }

    static Entry of(long version, long keepUntil, EntryState state) {
        return state instanceof OriginState origin
                ? new OriginEntry(version, keepUntil, origin)
                : new PersonEntry(version, keepUntil, (PersonState) state);
    }

    static long nextVersion(long seen, long now) {
        return Math.max(seen + 1, now << COUNTER_BITS);
    }

    /** When a version was written, in milliseconds. */
    static long writtenAt(long version) {
        return version >> COUNTER_BITS;
    }

    abstract EntryState state();

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
        return EntryCodec.encode(state());
    }

    @Override
    public String toString() {
        return "StoredEntry[version=" + version + "]";
    }
}

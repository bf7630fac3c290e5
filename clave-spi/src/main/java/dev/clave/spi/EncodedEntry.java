package dev.clave.spi;

import java.time.Instant;
import java.util.Objects;

/** An entry that came from outside this process. Equality is identity, as for every entry: versions tell them apart. */
final class EncodedEntry implements StoredEntry {
    private final long version;
    private final Instant keepUntil;
    private final byte[] content;

    EncodedEntry(long version, Instant keepUntil, byte[] content) {
        this.version = version;
        this.keepUntil = Objects.requireNonNull(keepUntil, "keepUntil");
        this.content = content;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Instant keepUntil() {
        return keepUntil;
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "StoredEntry[version=" + version + ", keepUntil=" + keepUntil + ", " + content.length + " bytes]";
    }
}

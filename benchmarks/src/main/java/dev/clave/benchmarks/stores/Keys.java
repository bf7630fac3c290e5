package dev.clave.benchmarks.stores;

import dev.clave.spi.EntryKey;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.security.SecureRandom;
import java.util.stream.Stream;

/** Random keys: of a ring that any store may be used with, and of entries. */
public final class Keys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Keys() {}

    /**
     * A ring.
     *
     * @return a new one
     */
    public static KeyRing ring() {
        return KeyRing.of(HostKey.of("subject", random()), HostKey.of("current", random()));
    }

    private static byte[] random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /**
     * The key of an entry, as evenly spread as true ones are.
     *
     * @return a new one
     */
    public static EntryKey entry() {
        return new EntryKey(RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** Keys of so many entries. */
    static EntryKey[] entries(int count) {
        return Stream.generate(Keys::entry).limit(count).toArray(EntryKey[]::new);
    }
}

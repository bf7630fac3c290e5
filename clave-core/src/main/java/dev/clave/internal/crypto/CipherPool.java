package dev.clave.internal.crypto;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Ciphers that are used again: to ask the platform for one costs more than to seal a handle. A thread begins looking
 * at a place of its own. No {@code ThreadLocal}: of virtual threads each would make its own.
 */
final class CipherPool {
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    private final AtomicReference<@Nullable Cipher>[] places;

    /** At least this many places. */
    CipherPool(int atLeast) {
        places = places(Math.max(2, Integer.highestOneBit(2 * atLeast - 1)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static AtomicReference<@Nullable Cipher>[] places(int count) {
        return Stream.generate(AtomicReference::new).limit(count).toArray(AtomicReference[]::new);
    }

    /** One that nobody else has, in whatever state. */
    Cipher take() {
        for (int i = 0; i < places.length; i++) {
            AtomicReference<@Nullable Cipher> place = place(i);
            Cipher found = place.get() == null ? null : place.getAndSet(null);
            if (found != null) {
                return found;
            }
        }
        return another();
    }

    /** Back for others; when there is no place it is left to the garbage collector. */
    void giveBack(Cipher cipher) {
        for (int i = 0; i < places.length; i++) {
            AtomicReference<@Nullable Cipher> place = place(i);
            if (place.get() == null && place.compareAndSet(null, cipher)) {
                return;
            }
        }
    }

    private AtomicReference<@Nullable Cipher> place(int step) {
        return places[((int) Thread.currentThread().getId() + step) & (places.length - 1)];
    }

    private static Cipher another() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}

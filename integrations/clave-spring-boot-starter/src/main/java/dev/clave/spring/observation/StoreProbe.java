package dev.clave.spring.observation;

import dev.clave.spi.EntryKey;
import dev.clave.spi.PinStore;
import dev.clave.store.jdbc.JdbcPinStore;
import dev.clave.store.jdbc.JdbcStoreException;
import dev.clave.store.redis.RedisPinStore;
import dev.clave.store.redis.RedisStoreException;
import org.springframework.util.ClassUtils;

/**
 * Asks a store for something that costs it one round trip, and says what is wrong in words that are known to be nobody's business: those
 * of clave's own stores, or the type of the exception.
 */
interface StoreProbe {
    /** The keys of entries are pseudonyms of 128 bits; nobody has this one. */
    EntryKey NOBODY = new EntryKey(0, 0);

    /** Asks. Throws what the store throws. */
    void ask();

    /** What is wrong, by what was thrown. */
    default String trouble(RuntimeException thrown) {
        return thrown.getClass().getSimpleName();
    }

    /** The probe for a store. */
    static StoreProbe of(PinStore store) {
        ClassLoader loader = StoreProbe.class.getClassLoader();
        if (ClassUtils.isPresent("dev.clave.store.jdbc.JdbcPinStore", loader) && Jdbc.fits(store)) {
            return new Jdbc((JdbcPinStore) store);
        }
        if (ClassUtils.isPresent("dev.clave.store.redis.RedisPinStore", loader) && Redis.fits(store)) {
            return new Redis((RedisPinStore) store);
        }
        return () -> store.read(NOBODY);
    }

    /** One statement. */
    record Jdbc(JdbcPinStore store) implements StoreProbe {
        static boolean fits(PinStore store) {
            return store instanceof JdbcPinStore;
        }

        @Override
        public void ask() {
            store.check();
        }

        @Override
        public String trouble(RuntimeException thrown) {
            return thrown instanceof JdbcStoreException ours
                    ? ours.problem() + ": " + ours.getMessage()
                    : StoreProbe.super.trouble(thrown);
        }
    }

    /** One command to each primary, which also tells whether it may still be trusted: its eviction, its persistence, its clock. */
    record Redis(RedisPinStore store) implements StoreProbe {
        static boolean fits(PinStore store) {
            return store instanceof RedisPinStore;
        }

        @Override
        public void ask() {
            store.check();
        }

        @Override
        public String trouble(RuntimeException thrown) {
            return thrown instanceof RedisStoreException ours
                    ? String.valueOf(ours.getMessage())
                    : StoreProbe.super.trouble(thrown);
        }
    }
}

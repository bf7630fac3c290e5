package dev.clave.internal.crypto;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles under keys that the ring does not have: old ones after a rotation, those of a node with other keys, forged ones. It is told more and
 * more rarely, so that nobody can fill the log with them.
 */
final class Strangers {
    private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);

    private final AtomicLong met = new AtomicLong();

    /** A handle came under the key of that name. */
    void meet(String keyId) {
        long count = met.incrementAndGet();
        if (Long.bitCount(count) == 1) {
            LOG.warn(
                    "A handle was sealed under key {}, which the key ring does not have ({} such handles so far)",
                    keyId,
                    count);
        }
    }
}

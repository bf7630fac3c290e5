package dev.clave.store.redis;

/**
 * A setting of the server by which it forgets what it was told to keep. The store refuses to start with one unless the
 * host accepts it by name, and then says so in the log, loudly.
 */
public enum Risk {
    /**
     * The server throws entries away when its memory is full ({@code maxmemory-policy} is not {@code noeviction}): a
     * flood of logins gives back wrong PINs, and lifts blocks. Also where there is no {@code maxmemory} yet: one is
     * set in a moment, on a server that runs, by somebody who is short of memory.
     */
    EVICTION,
    /**
     * The server has no append-only file ({@code appendonly no}): a restart forgets open logins, wrong PINs and
     * blocks, all of them, or with snapshots alone those of the last minutes or hours.
     */
    NO_PERSISTENCE
}

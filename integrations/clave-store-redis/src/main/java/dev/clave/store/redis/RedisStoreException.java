package dev.clave.store.redis;

/**
 * The store could not do what it was asked. Its message says what happened and what to do; it holds no key, nothing of
 * an entry, and no text of the server's or the driver's but the code of an error ({@code OOM}, {@code READONLY}).
 */
public final class RedisStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What happened. */
    public enum Kind {
        /** No connection, or no answer to a read. Nothing was written. */
        UNREACHABLE,
        /** A write was sent and its result is not known, or not on as many replicas as asked. It was not repeated. */
        UNCONFIRMED,
        /** The server said no. Nothing was written. */
        REFUSED,
        /** What is there was not written by this store, or by a newer one. It was left as it is. */
        MALFORMED_ENTRY,
        /** The entry given is larger than a store has to take, or its time no number of milliseconds. Nothing was sent. */
        UNFIT_ENTRY,
        /** The server is not one to trust with entries, as it is set up, or it does not say. */
        UNSAFE_SERVER
    }

    /** What happened. */
    private final Kind kind;

    RedisStoreException(Kind kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    /**
     * What happened.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}

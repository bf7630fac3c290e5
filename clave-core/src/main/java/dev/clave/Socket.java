package dev.clave;

/** What clave stands on, and what can therefore fail it. */
public enum Socket {
    /** The host's person registry. */
    REGISTRY,
    /** The host's PIN store. */
    STORE,
    /** The host's device registry. */
    DEVICES,
    /** The host's audit sink. */
    AUDIT,
    /** The host's key ring. */
    KEYS,
    /** The clock: an entry was written by a node whose clock is more than two minutes ahead of this one's. */
    CLOCK,
    /** The random generator. */
    RANDOM
}

package dev.clave.faults;

/** What keeps the entries. */
public enum Engine {
    /** PostgreSQL, through clave-store-jdbc. */
    POSTGRESQL,
    /** Redis, through clave-store-redis. */
    REDIS
}

package dev.clave.internal.state;

/**
 * A budget is used up, or a pause is not over.
 *
 * @param at from when on it is worth while
 */
public record Later(long at) implements Opening, Sending, Attempt {}

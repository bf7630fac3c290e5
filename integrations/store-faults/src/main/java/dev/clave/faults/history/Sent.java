package dev.clave.faults.history;

/**
 * A PIN left clave for a phone, so the entry that records it was written before.
 *
 * @param call the call that made it
 * @param at the monotonic time
 * @param generation the how-manieth PIN of its login
 * @param expiresAt from then on it is dead, by clave's time in milliseconds
 */
public record Sent(String call, long at, int generation, long expiresAt) {}

package dev.clave.internal.state;

import dev.clave.Reason;

/**
 * It does not go on.
 *
 * @param reason why
 */
public record Stopped(Reason reason) implements Opening, Sending, Attempt {}

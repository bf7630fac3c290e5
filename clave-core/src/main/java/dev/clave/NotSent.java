package dev.clave;

/**
 * There is no PIN to wait for.
 *
 * @param reason why
 */
public record NotSent(Reason reason) implements PinOutcome {}

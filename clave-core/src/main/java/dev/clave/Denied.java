package dev.clave;

/**
 * No, and trying the same again does not help.
 *
 * @param reason why
 */
public record Denied(Reason reason) implements IdentifyOutcome, AccessOutcome {}

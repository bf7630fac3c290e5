package dev.clave;

/**
 * What a call answers to a person. {@link Sentences} has a sentence for each.
 */
public sealed interface Outcome permits IdentifyOutcome, PinOutcome, AccessOutcome, ActivationOutcome {}

package dev.clave;

import java.time.Instant;

/**
 * A budget is used up or a pause is not over. Nothing was compared, nothing is charged.
 *
 * @param at from then on it is worth while to try again
 */
public record TryLater(Instant at) implements IdentifyOutcome, PinOutcome, AccessOutcome, ActivationOutcome {}

package dev.clave;

import dev.clave.identity.Problem;

/**
 * What was typed cannot be what was asked for, whoever typed it. Nothing was looked up, nothing is charged.
 *
 * @param field what was mistyped
 * @param problem what is wrong with it
 */
public record Mistyped(Field field, Problem problem)
        implements IdentifyOutcome, PinOutcome, AccessOutcome, ActivationOutcome {}

package dev.clave;

/**
 * The PIN is not the one that was sent, or the text is not the one to be signed.
 *
 * @param attemptsLeft how many wrong PINs there may still be; 0: start again
 */
public record WrongPin(int attemptsLeft) implements AccessOutcome, ActivationOutcome {}

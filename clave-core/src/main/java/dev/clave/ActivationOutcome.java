package dev.clave;

/** What comes of a PIN that is to activate a device. */
public sealed interface ActivationOutcome extends Outcome permits Activated, WrongPin, Denied, Mistyped, TryLater {}

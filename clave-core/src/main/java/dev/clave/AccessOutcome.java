package dev.clave;

/** What comes of a PIN. */
public sealed interface AccessOutcome extends Outcome permits Granted, WrongPin, Denied, Mistyped, TryLater {}

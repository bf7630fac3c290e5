package dev.clave;

/** What comes of asking for a PIN, or for the state of a login. */
public sealed interface PinOutcome extends Outcome permits PinSent, NotSent, Mistyped, TryLater {}

package dev.clave;

/** What comes of an identity number and a contrast datum. */
public sealed interface IdentifyOutcome extends Outcome permits Identified, Refused, Denied, Mistyped, TryLater {}

package dev.clave;

/**
 * Number and datum do not open a login. It is one answer for an unknown person, one whose registration is not in force, one without a phone,
 * and a wrong datum: it says no more, and neither should the page.
 */
public record Refused() implements IdentifyOutcome {}

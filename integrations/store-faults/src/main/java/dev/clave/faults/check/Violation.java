package dev.clave.faults.check;

/**
 * A rule is broken.
 *
 * @param rule which
 * @param subject the login, person or key
 * @param text what was seen
 */
public record Violation(Rule rule, String subject, String text) {}

package dev.clave.spring.boot;

/**
 * Something that keeps a clave from being built, and what to do about it. Neither sentence holds a key.
 *
 * @param description what is wrong
 * @param action what to do
 */
public record ConfigurationProblem(String description, String action) {}

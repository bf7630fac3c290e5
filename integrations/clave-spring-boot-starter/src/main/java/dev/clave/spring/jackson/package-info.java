/**
 * Identity types in JSON: read as a person typed them, written masked, and never quoted by an exception.
 *
 * <p>What is written cannot be read back, on purpose. Who must hand a number, a handle or a token on calls its loud method ({@code
 * value()}, {@code revealToken()}) and writes the text.
 */
@NullMarked
package dev.clave.spring.jackson;

import org.jspecify.annotations.NullMarked;

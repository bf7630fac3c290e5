/**
 * The testkit's fakes in the place of whatever an application sends by and looks people up in.
 *
 * <p>For tests alone: it needs {@code clave-testkit} and Spring's test support beside the starter, both with the scope of tests.
 */
@NullMarked
package dev.clave.spring.test;

import org.jspecify.annotations.NullMarked;

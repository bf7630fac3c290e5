/** The fakes in an application whose own parts must not be called. */
@NullMarked
package dev.clave.spring.test;

import org.jspecify.annotations.NullMarked;

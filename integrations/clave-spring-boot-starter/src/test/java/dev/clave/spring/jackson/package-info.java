/** What JSON shows of a person, and what it does not. */
@NullMarked
package dev.clave.spring.jackson;

import org.jspecify.annotations.NullMarked;

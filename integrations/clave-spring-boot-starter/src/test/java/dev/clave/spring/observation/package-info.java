/** What an operator sees, and that it is nobody. */
@NullMarked
package dev.clave.spring.observation;

import org.jspecify.annotations.NullMarked;

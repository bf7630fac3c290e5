/** The heart: what is remembered of a person, and one pure transition for each thing that can happen. No store, no clock, no key. */
@NullMarked
package dev.clave.internal.state;

import org.jspecify.annotations.NullMarked;

/** Drawing PINs, and proving them. */
@NullMarked
package dev.clave.benchmarks.pins;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package dev.clave.benchmarks.sizes;

import org.jspecify.annotations.NullMarked;

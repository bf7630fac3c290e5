/** Tests. */
@NullMarked
package dev.clave.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Whether an identity number is valid. */
@NullMarked
package dev.clave.benchmarks.identity;

import org.jspecify.annotations.NullMarked;

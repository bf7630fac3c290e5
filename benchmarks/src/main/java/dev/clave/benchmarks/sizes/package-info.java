/** How much a waiting login needs, and what that makes for many persons. */
@NullMarked
package dev.clave.benchmarks.sizes;

import org.jspecify.annotations.NullMarked;

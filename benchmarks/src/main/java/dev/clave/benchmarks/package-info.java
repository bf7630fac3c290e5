/** What clave costs, beside its peers, in the same run. */
@NullMarked
package dev.clave.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package dev.clave.benchmarks.report;

import org.jspecify.annotations.NullMarked;

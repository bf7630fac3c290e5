/** The table, the goals and the plot of a run. */
@NullMarked
package dev.clave.benchmarks.report;

import org.jspecify.annotations.NullMarked;

/** Half an hour of logins that expire: whether anything grows, and how long the slowest steps take. */
@NullMarked
package dev.clave.benchmarks.soak;

import org.jspecify.annotations.NullMarked;

/** Runs that must hold, and runs that must be found out. */
@NullMarked
package dev.clave.faults;

import org.jspecify.annotations.NullMarked;

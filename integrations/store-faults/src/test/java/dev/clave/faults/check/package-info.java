/** Histories made by hand, each of which breaks one rule. */
@NullMarked
package dev.clave.faults.check;

import org.jspecify.annotations.NullMarked;

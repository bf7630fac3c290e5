/** What every process did and was told, written down so that a killed one leaves its open calls behind. */
@NullMarked
package dev.clave.faults.history;

import org.jspecify.annotations.NullMarked;

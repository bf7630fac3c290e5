/** What is written down is read again. */
@NullMarked
package dev.clave.faults.history;

import org.jspecify.annotations.NullMarked;

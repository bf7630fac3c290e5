/** Judges a history after the run: rules for logins, for people, and for the register of the store itself. */
@NullMarked
package dev.clave.faults.check;

import org.jspecify.annotations.NullMarked;

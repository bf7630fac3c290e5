/** Logins over the store in memory, and what becomes of wrong data and wrong PINs. */
@NullMarked
package dev.clave.benchmarks.logins;

import org.jspecify.annotations.NullMarked;

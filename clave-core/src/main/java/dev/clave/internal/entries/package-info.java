/** The only compare-and-set loop, and the encoding of an entry. */
@NullMarked
package dev.clave.internal.entries;

import org.jspecify.annotations.NullMarked;

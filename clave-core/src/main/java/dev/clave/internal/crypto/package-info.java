/** Keys, pseudonyms, handles, proofs and browser tokens. */
@NullMarked
package dev.clave.internal.crypto;

import org.jspecify.annotations.NullMarked;

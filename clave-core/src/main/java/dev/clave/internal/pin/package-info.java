/** How PINs and codes are typed, and which codes are not drawn. */
@NullMarked
package dev.clave.internal.pin;

import org.jspecify.annotations.NullMarked;

/** Messages and the channels they go by. */
@NullMarked
package dev.clave.internal.delivery;

import org.jspecify.annotations.NullMarked;

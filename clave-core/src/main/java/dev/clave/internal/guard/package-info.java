/** The one place where the host's code is called. */
@NullMarked
package dev.clave.internal.guard;

import org.jspecify.annotations.NullMarked;

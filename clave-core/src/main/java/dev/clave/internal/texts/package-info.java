/** Wording in six languages, and what an SMS can carry. */
@NullMarked
package dev.clave.internal.texts;

import org.jspecify.annotations.NullMarked;

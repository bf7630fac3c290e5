/** What two threads may do to one login at the very same moment. */
@NullMarked
package dev.clave.stress;

import org.jspecify.annotations.NullMarked;

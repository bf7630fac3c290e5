/** What several threads may do to a login at once, explored and not only hoped for. */
@NullMarked
package dev.clave.model;

import org.jspecify.annotations.NullMarked;

/** What the guide shows, and that it works. */
@NullMarked
package dev.clave.spring.guide;

import org.jspecify.annotations.NullMarked;

/** The whole page of a login, played in a terminal. {@link dev.clave.example.console.Office} is where a host would look first. */
@NullMarked
package dev.clave.example.console;

import org.jspecify.annotations.NullMarked;

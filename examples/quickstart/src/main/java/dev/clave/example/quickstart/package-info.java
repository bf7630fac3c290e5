/** What a host writes to have a login: a registry, a channel, and the three requests of the login itself. */
@NullMarked
package dev.clave.example.quickstart;

import org.jspecify.annotations.NullMarked;

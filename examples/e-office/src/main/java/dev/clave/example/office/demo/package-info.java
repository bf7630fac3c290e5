/** The people, registers and gateways of the profile {@code demo}. */
@NullMarked
package dev.clave.example.office.demo;

import org.jspecify.annotations.NullMarked;

/** The office, as a person and as an attacker meet it: by HTTP. */
@NullMarked
package dev.clave.example.office;

import org.jspecify.annotations.NullMarked;

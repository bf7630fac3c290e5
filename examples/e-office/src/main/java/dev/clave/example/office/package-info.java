/** A small public office that logs people in with clave. Its demo profile brings people and their phones. */
@NullMarked
package dev.clave.example.office;

import org.jspecify.annotations.NullMarked;

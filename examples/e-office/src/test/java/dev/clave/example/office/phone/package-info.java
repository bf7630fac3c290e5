/** Tests of the phone. */
@NullMarked
package dev.clave.example.office.phone;

import org.jspecify.annotations.NullMarked;

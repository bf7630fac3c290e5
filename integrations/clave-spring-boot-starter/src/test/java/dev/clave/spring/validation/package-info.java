/** Constraints, as a validation provider and Spring run them. */
@NullMarked
package dev.clave.spring.validation;

import org.jspecify.annotations.NullMarked;

/** A login of Spring Security by identity number, datum and PIN. */
@NullMarked
package dev.clave.spring.security;

import org.jspecify.annotations.NullMarked;

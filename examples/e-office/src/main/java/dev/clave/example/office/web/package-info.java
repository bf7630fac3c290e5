/** The pages of the office, who may see them, and in which language. */
@NullMarked
package dev.clave.example.office.web;

import org.jspecify.annotations.NullMarked;

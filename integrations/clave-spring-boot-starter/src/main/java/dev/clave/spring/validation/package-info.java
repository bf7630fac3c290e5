/**
 * Constraints of Bean Validation for identity numbers, whose messages are clave's sentences in the person's language.
 *
 * <p>A violation repeats nothing of what was typed. Spring does: where a controller has no {@code BindingResult} beside a body or
 * a form that it has validated, Spring throws and logs a {@code MethodArgumentNotValidException}, whose message quotes the rejected
 * value. Take the {@code BindingResult}, or let a JSON body hold a {@link dev.clave.identity.IdentityNumber} in place of a text:
 * it is then read, and refused, without being quoted.
 */
@NullMarked
package dev.clave.spring.validation;

import org.jspecify.annotations.NullMarked;

package dev.clave.spring.validation;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.CONSTRUCTOR;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that is a DNI or a NIE, in any form that {@link dev.clave.identity.IdentityNumber#parse} reads: in any case, with
 * spaces, dots and dashes, without leading zeros.
 *
 * <pre>{@code
 * record LoginForm(@NotNull @IdentityNumber String number) {}
 * }</pre>
 *
 * <p>Null is valid; what is empty is not. The message is one of the sentences of {@link dev.clave.Sentences}, in the language
 * of {@link org.springframework.context.i18n.LocaleContextHolder}: it says what is wrong and what to do, and neither repeats
 * what was typed nor says which letter would have been right. Another {@link #message} is used as it is.
 *
 * <p>It has the simple name of a type of {@code dev.clave.identity}, which a form with texts does not mention: where a class
 * needs both, one is written out.
 */
@Documented
@Constraint(validatedBy = IdentityNumberValidator.class)
@Repeatable(IdentityNumber.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
public @interface IdentityNumber {
    /** The message that stands for the sentence of the problem. */
    String SENTENCE = "{dev.clave.spring.validation.IdentityNumber.message}";

    /**
     * Said in place of the sentence of the problem: a text, or a key in braces as for any other constraint.
     *
     * @return the message; by default the sentence
     */
    String message() default SENTENCE;

    /**
     * When it is looked at.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * What a client of the validation attaches to it.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /** Several of these on one element, for groups that say different things. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
    @interface List {
        /**
         * The constraints.
         *
         * @return all of them
         */
        IdentityNumber[] value();
    }
}

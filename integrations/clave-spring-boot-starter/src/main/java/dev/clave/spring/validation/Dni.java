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
 * A text that is a DNI, in any form that {@link dev.clave.identity.IdentityNumber#parse} reads. A NIE is none. In all else
 * as {@link IdentityNumber}.
 */
@Documented
@Constraint(validatedBy = DniValidator.class)
@Repeatable(Dni.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({METHOD, FIELD, ANNOTATION_TYPE, CONSTRUCTOR, PARAMETER, TYPE_USE})
public @interface Dni {
    /** The message that stands for the sentence of the problem. */
    String SENTENCE = "{dev.clave.spring.validation.Dni.message}";

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
        Dni[] value();
    }
}

package dev.clave.benchmarks.identity;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The check letter as a constraint of Jakarta Validation, to stand beside {@code @Pattern}. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckLetter.Check.class)
public @interface CheckLetter {
    /**
     * What is said of a wrong one.
     *
     * @return the message
     */
    String message() default "wrong letter";

    /**
     * As the specification asks.
     *
     * @return the groups
     */
    Class<?>[] groups() default {};

    /**
     * As the specification asks.
     *
     * @return the payload
     */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the letter of what has the right form. */
    final class Check implements ConstraintValidator<CheckLetter, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            int end = value.length() - 1;
            return value.length() > 8 && RegexPeer.isCheckedBy(value.substring(0, 8), value.charAt(end));
        }
    }
}

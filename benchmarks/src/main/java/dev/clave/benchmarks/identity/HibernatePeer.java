package dev.clave.benchmarks.identity;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What Hibernate Validator offers: {@code @Pattern} and a constraint for the letter on a field, and {@code validateValue}. */
final class HibernatePeer implements AutoCloseable {
    private final ValidatorFactory factory = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private final Validator validator = factory.getValidator();

    /** A form with a number in it. */
    static final class Form {
        @Pattern(regexp = RegexPeer.FORM, flags = Pattern.Flag.CASE_INSENSITIVE)
        @CheckLetter
        private String number = "";
    }

    boolean isValid(String typed) {
        return validator.validateValue(Form.class, "number", typed).isEmpty();
    }

    @Override
    public void close() {
        factory.close();
    }
}

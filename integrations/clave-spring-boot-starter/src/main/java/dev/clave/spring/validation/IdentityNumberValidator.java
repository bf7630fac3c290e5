package dev.clave.spring.validation;

/** Looks whether a text is what {@link IdentityNumber} asks for. Made by the validation provider; for many threads. */
public final class IdentityNumberValidator extends NumberValidator<IdentityNumber> {
    /** For the validation provider. */
    public IdentityNumberValidator() {
        super(NumberKind.ANY);
    }

    @Override
    public void initialize(IdentityNumber constraint) {
        saySentences(constraint.message().equals(IdentityNumber.SENTENCE));
    }
}

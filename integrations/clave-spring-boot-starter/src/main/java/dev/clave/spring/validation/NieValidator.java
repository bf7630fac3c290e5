package dev.clave.spring.validation;

/** Looks whether a text is what {@link Nie} asks for. Made by the validation provider; for many threads. */
public final class NieValidator extends NumberValidator<Nie> {
    /** For the validation provider. */
    public NieValidator() {
        super(NumberKind.NIE);
    }

    @Override
    public void initialize(Nie constraint) {
        saySentences(constraint.message().equals(Nie.SENTENCE));
    }
}

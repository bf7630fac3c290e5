package dev.clave.spring.validation;

/** Looks whether a text is what {@link Dni} asks for. Made by the validation provider; for many threads. */
public final class DniValidator extends NumberValidator<Dni> {
    /** For the validation provider. */
    public DniValidator() {
        super(NumberKind.DNI);
    }

    @Override
    public void initialize(Dni constraint) {
        saySentences(constraint.message().equals(Dni.SENTENCE));
    }
}

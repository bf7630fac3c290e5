package dev.clave.testkit;

/** What a fake throws when a test has told it to fail. */
public final class BrokenOnPurposeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenOnPurposeException(String message) {
        super(message);
    }
}

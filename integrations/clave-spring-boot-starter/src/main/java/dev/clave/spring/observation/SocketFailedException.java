package dev.clave.spring.observation;

/**
 * Stands in an observation for what a socket threw, of which it tells the type alone. It is never thrown: clave gets the exception itself.
 */
public final class SocketFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SocketFailedException(String type) {
        super(type, null, false, false);
    }
}

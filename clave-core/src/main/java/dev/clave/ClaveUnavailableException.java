package dev.clave;

/**
 * Something that clave stands on has failed. The call ended closed: nobody was let in. What had been written stays written, and was not
 * written again.
 *
 * <p>The message names the socket and the type of the failure; the cause has the stack trace of the failure without its message, which might
 * contain personal data.
 */
public final class ClaveUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What has failed. */
    private final Socket socket;

    /**
     * A failure.
     *
     * @param socket what has failed
     * @param message what happened, without personal data
     */
    public ClaveUnavailableException(Socket socket, String message) {
        super(message);
        this.socket = socket;
    }

    /**
     * A failure that was thrown by the host's code.
     *
     * @param socket what has failed
     * @param thrown what it threw, of which type and stack trace are kept
     */
    public ClaveUnavailableException(Socket socket, Throwable thrown) {
        super(socket + " failed: " + thrown.getClass().getName(), withoutMessage(thrown));
        this.socket = socket;
    }

    private static Throwable withoutMessage(Throwable thrown) {
        Throwable bare = new Throwable(thrown.getClass().getName());
        bare.setStackTrace(thrown.getStackTrace());
        return bare;
    }

    /**
     * What has failed.
     *
     * @return the socket
     */
    public Socket socket() {
        return socket;
    }
}

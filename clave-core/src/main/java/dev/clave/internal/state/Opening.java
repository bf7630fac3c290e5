package dev.clave.internal.state;

/** What came of a number and a datum. */
public sealed interface Opening permits Opening.Opened, Opening.Mismatch, Later, Stopped {

    /**
     * A login is open.
     *
     * @param endsAt when it ends
     */
    record Opened(long endsAt) implements Opening {}

    /** They do not belong together; one wrong datum was charged. */
    record Mismatch() implements Opening {}
}

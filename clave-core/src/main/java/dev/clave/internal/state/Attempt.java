package dev.clave.internal.state;

/** What came of a PIN. */
public sealed interface Attempt permits Attempt.Right, Attempt.Wrong, Later, Stopped {

    /**
     * It is the one: the login has its grant.
     *
     * @param pin the PIN, now spent
     */
    record Right(LivePin pin) implements Attempt {}

    /**
     * It is not; one wrong PIN was charged.
     *
     * @param pin the PIN that it was held against
     * @param attemptsLeft how many there may still be
     * @param inARow how many there have been in a row
     * @param half whether this is the one at which the person is warned
     * @param blocked whether this is the one at which the person is blocked
     */
    record Wrong(LivePin pin, int attemptsLeft, int inARow, boolean half, boolean blocked) implements Attempt {}
}

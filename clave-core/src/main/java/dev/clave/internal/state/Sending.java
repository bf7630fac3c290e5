package dev.clave.internal.state;

import java.util.OptionalLong;

/** What came of asking for a PIN, or for the state of a login. */
public sealed interface Sending permits Sending.Waiting, Later, Stopped {

    /**
     * There is a live PIN.
     *
     * @param pin the PIN
     * @param fresh whether it was made just now and is still to be sent
     * @param sendBy until when it may be sent, so that it lives its whole life
     * @param againAt from when on another one may be asked for; empty when none may
     * @param attemptsLeft how many wrong PINs there may still be
     */
    record Waiting(LivePin pin, boolean fresh, long sendBy, OptionalLong againAt, int attemptsLeft)
            implements Sending {}
}

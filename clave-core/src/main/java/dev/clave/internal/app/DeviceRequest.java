package dev.clave.internal.app;

import dev.clave.internal.state.LoginId;
import java.nio.charset.StandardCharsets;

/**
 * What a device asks, in the right form; nothing of it has been verified.
 *
 * @param ask what for
 * @param token the token of its activation
 * @param time its time, in milliseconds
 * @param login the login that is not the person's; of no meaning for another ask
 * @param generation the PIN that the device was shown; of no meaning for another ask
 * @param signature over {@link #signed}, in Base64
 */
public record DeviceRequest(Ask ask, String token, long time, LoginId login, int generation, String signature) {

    /** What a device can ask for. */
    public enum Ask {
        /** The PIN that is waiting, if there is one. */
        POLL("poll"),
        /** That a login be ended. */
        NOT_ME("not-me"),
        /** That the device be active no longer. */
        DEACTIVATE("deactivate");

        private final String word;

        Ask(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** What the signature is over: lines of ASCII, of which no field can hold a line break. */
    public byte[] signed() {
        String lines = "clave/1/" + ask.word() + '\n' + token + '\n' + time;
        String all = ask == Ask.NOT_ME ? lines + '\n' + login.hex() + '\n' + generation : lines;
        return all.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "DeviceRequest[" + ask + "]";
    }
}

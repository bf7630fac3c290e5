package dev.clave.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * What the app on a device asks the server.
 *
 * @param ask what: {@code poll}, {@code not-me} or {@code deactivate}
 * @param token what the activation gave
 * @param time milliseconds since 1970, by the server's time as the device knows it
 * @param about the PIN that it is about, null when it is about none
 */
record SignedRequest(
        String ask, String token, long time, @Nullable ShownPin about) {

    /** The body, signed. Nothing in it needs an escape. */
    byte[] body(PrivateKey signing) {
        String signature = FlatJson.encoded(P256.sign(signing, signed().getBytes(US_ASCII)));
        String body = "{\"version\":1,\"ask\":\"" + ask + "\",\"token\":\"" + token + "\",\"time\":" + time
                + (about == null ? "" : ",\"login\":\"" + about.login() + "\",\"generation\":" + about.generation())
                + ",\"signature\":\"" + signature + "\"}";
        return body.getBytes(US_ASCII);
    }

    private String signed() {
        String lines = "clave/1/" + ask + "\n" + token + "\n" + time;
        return about == null ? lines : lines + "\n" + about.login() + "\n" + about.generation();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "SignedRequest[" + ask + "]";
    }
}

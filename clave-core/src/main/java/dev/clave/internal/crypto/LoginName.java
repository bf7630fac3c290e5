package dev.clave.internal.crypto;

import dev.clave.internal.state.LoginId;
import java.util.HexFormat;

/**
 * What may be said of a login's secret: its SHA-256 in two halves, of which neither tells the other.
 *
 * @param login the first half, by which the entry and the audit know the login
 * @param sendHigh the first 64 bits of the second half
 * @param sendLow the last 64 bits of the second half
 */
public record LoginName(LoginId login, long sendHigh, long sendLow) {

    /** The second half in 32 hexadecimal digits, by which a gateway knows the login. */
    public String sendName() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(sendHigh) + hex.toHexDigits(sendLow);
    }
}

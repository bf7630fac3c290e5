package dev.clave.internal.crypto;

import dev.clave.Purpose;
import dev.clave.identity.IdentityNumber;
import dev.clave.internal.state.LoginId;
import dev.clave.spi.EntryKey;
import dev.clave.spi.Language;
import dev.clave.spi.Level;
import java.util.Optional;

/**
 * What a handle carries, so that no store has to. It prints nothing.
 *
 * @param number whose login it is
 * @param entry the key of the person's entry
 * @param subject the person's pseudonym for the audit, 32 hexadecimal digits
 * @param secret the login's secret
 * @param login the login's name, as its secret gives it
 * @param level the lowest level of registration that suffices
 * @param language in which the pages are, empty when none was chosen
 * @param purpose what the login is for
 */
public record HandleContent(
        IdentityNumber number,
        EntryKey entry,
        String subject,
        LoginSecret secret,
        LoginId login,
        Level level,
        Optional<Language> language,
        Purpose purpose) {

    @Override
    public String toString() {
        return "HandleContent[redacted]";
    }
}

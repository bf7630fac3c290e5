package dev.clave.example.quickstart;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.function.UnaryOperator;

/** Keys from where a host keeps its secrets. */
public final class Keys {
    private Keys() {}

    /** The ring of a host whose secrets are read by name. */
    public static KeyRing ring(UnaryOperator<String> secret) {
        // spotless:off
        // readme: keys
        KeyRing keyRing = KeyRing.of(
            HostKey.ofBase64("subject", secret.apply("CLAVE_SUBJECT_KEY")),      // never changes
            HostKey.ofBase64("2026-11", secret.apply("CLAVE_KEY_2026_11")),      // seals and proves from now on
            HostKey.ofBase64("2026-05", secret.apply("CLAVE_KEY_2026_05")));     // the one before: 40 minutes more
        // readme: end
        // spotless:on
        return keyRing;
    }
}

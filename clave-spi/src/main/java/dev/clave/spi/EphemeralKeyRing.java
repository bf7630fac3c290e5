package dev.clave.spi;

import java.security.SecureRandom;
import java.util.Optional;

/** Random keys that are gone when the process ends. Made by {@link KeyRing#ephemeral}. */
public final class EphemeralKeyRing implements KeyRing {
    private final KeyRing keys;

    EphemeralKeyRing() {
        SecureRandom random = new SecureRandom();
        keys = FixedKeyRing.of(draw("ephemeral-subject", random), draw("ephemeral", random));
    }

    private static HostKey draw(String id, SecureRandom random) {
        byte[] material = new byte[HostKey.SHORTEST];
        random.nextBytes(material);
        return HostKey.of(id, material);
    }

    @Override
    public HostKey current() {
        return keys.current();
    }

    @Override
    public Optional<HostKey> find(String id) {
        return keys.find(id);
    }

    @Override
    public HostKey subject() {
        return keys.subject();
    }

    @Override
    public String toString() {
        return "KeyRing[ephemeral]";
    }
}

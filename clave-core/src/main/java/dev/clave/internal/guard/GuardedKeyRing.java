package dev.clave.internal.guard;

import dev.clave.Socket;
import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.Optional;

/** The host's keys; whatever goes wrong with them is named so. */
public record GuardedKeyRing(KeyRing ring) implements KeyRing {

    @Override
    public HostKey current() {
        return Host.call(Socket.KEYS, ring::current);
    }

    @Override
    public Optional<HostKey> find(String id) {
        return Host.call(Socket.KEYS, () -> ring.find(id));
    }

    @Override
    public HostKey subject() {
        return Host.call(Socket.KEYS, ring::subject);
    }
}

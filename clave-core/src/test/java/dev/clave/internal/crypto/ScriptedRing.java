package dev.clave.internal.crypto;

import dev.clave.spi.HostKey;
import dev.clave.spi.KeyRing;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A ring that does what a test says: the same key for everything, null, a throw. */
record ScriptedRing(Supplier<HostKey> keys, Function<String, Optional<HostKey>> found) implements KeyRing {

    @Override
    public HostKey current() {
        return keys.get();
    }

    @Override
    public Optional<HostKey> find(String id) {
        return found.apply(id);
    }

    @Override
    public HostKey subject() {
        return keys.get();
    }
}
